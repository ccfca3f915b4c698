package io.crmkit.jpa;

import io.crmkit.core.pipeline.Stage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A stage of a past version of a pipeline as stored. */
@Entity
@Table(name = "crm_pipeline_past")
class PastStageRow extends StageColumns {

    @Column(name = "version", nullable = false)
    int version;

    protected PastStageRow() {}

    static PastStageRow of(int version, Stage stage) {
        PastStageRow row = new PastStageRow();
        row.version = version;
        row.fill(stage);
        return row;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PastStageRow that && version == that.version && super.equals(that);
    }

    @Override
    public int hashCode() {
        return 31 * version + super.hashCode();
    }
}
