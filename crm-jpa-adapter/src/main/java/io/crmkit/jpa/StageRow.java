package io.crmkit.jpa;

import io.crmkit.core.pipeline.Stage;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A stage of a pipeline as stored. */
@Entity
@Table(name = "crm_pipeline_stage")
class StageRow extends StageColumns {

    protected StageRow() {}

    static StageRow of(Stage stage) {
        StageRow row = new StageRow();
        row.fill(stage);
        return row;
    }
}
