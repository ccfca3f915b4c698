package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.jspecify.annotations.Nullable;

/** A stage of a past version as stored within its pipeline. */
@Embeddable
class PastStageColumns {

    @Column(name = "version", nullable = false)
    int version;

    @Embedded
    StageColumns stage;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected PastStageColumns() {}

    static PastStageColumns of(int version, StageColumns stage) {
        PastStageColumns columns = new PastStageColumns();
        columns.version = version;
        columns.stage = stage;
        return columns;
    }

    /* by value, so that a provider sees which stages differ */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PastStageColumns that && version == that.version && stage.equals(that.stage);
    }

    @Override
    public int hashCode() {
        return 31 * version + stage.hashCode();
    }
}
