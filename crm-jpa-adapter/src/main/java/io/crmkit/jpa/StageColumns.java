package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stage as stored within its pipeline; a class, since not every provider can fill a record in a collection. */
@Embeddable
class StageColumns {

    @Column(name = "stage_id", nullable = false)
    UUID stage;

    @Column(name = "name", nullable = false, length = 100)
    String name;

    @Column(name = "kind", nullable = false, length = 10)
    String kind;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected StageColumns() {}

    /* by value, so that a provider sees which stages differ */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StageColumns that
                && Objects.equals(stage, that.stage)
                && Objects.equals(name, that.name)
                && Objects.equals(kind, that.kind);
    }

    @Override
    public int hashCode() {
        return Objects.hash(stage, name, kind);
    }
}
