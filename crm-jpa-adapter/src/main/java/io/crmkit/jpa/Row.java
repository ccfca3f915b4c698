package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/** The columns every table has. */
@MappedSuperclass
abstract class Row {

    @Id
    @Column(name = "id", nullable = false)
    UUID id;

    @Column(name = "tenant", nullable = false, length = 64, updatable = false)
    String tenant;

    /* Not a @Version: a record's revision also counts changes that are in lists of it alone, and who changes a row has
     * locked it before. */
    @Column(name = "revision", nullable = false)
    Long revision;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected Row() {}
}
