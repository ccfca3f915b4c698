package io.crmkit.examples.spring;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The host's own bookings, kept by Spring Data. */
interface BookingRepository extends JpaRepository<Booking, UUID> {}
