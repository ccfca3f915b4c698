package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;

/** The columns every table has. */
@MappedSuperclass
abstract class Row {

    @Id
    @Column(name = "id", nullable = false)
    UUID id;

    @Column(name = "tenant", nullable = false, length = 64, updatable = false)
    String tenant;

    /* Set before the first save: Hibernate keeps a first version that is set, and tells new rows from old ones by this
     * same initial value; EclipseLink begins at 1 by itself. */
    @Version
    @Column(name = "revision", nullable = false)
    Long revision = 1L;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected Row() {}
}
