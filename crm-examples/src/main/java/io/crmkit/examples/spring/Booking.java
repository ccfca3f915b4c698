package io.crmkit.examples.spring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A room taken for a night: an entity of the host's own, which knows of the guest by identity only. */
@Entity
@Table(name = "booking")
class Booking {

    @Id
    private UUID id;

    @Column(name = "room", nullable = false)
    private int room;

    @Column(name = "night", nullable = false)
    private LocalDate night;

    @Column(name = "guest_id", nullable = false)
    private UUID guest;

    @SuppressWarnings("NullAway.Init") // filled by the provider
    protected Booking() {}

    Booking(int room, LocalDate night, UUID guest) {
        this.id = UUID.randomUUID();
        this.room = room;
        this.night = night;
        this.guest = guest;
    }

    UUID id() {
        return id;
    }

    UUID guest() {
        return guest;
    }
}
