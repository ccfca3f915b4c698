package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entity of the host's own. */
@Entity
@Table(name = "host_order")
class HostOrder {

    @Id
    @Column(name = "id")
    UUID id = UUID.randomUUID();

    @Version
    @Column(name = "version")
    @Nullable
    Integer version;

    @Column(name = "number", nullable = false, unique = true)
    @Nullable
    String number = id.toString();

    protected HostOrder() {}

    static HostOrder fresh() {
        return new HostOrder();
    }
}
