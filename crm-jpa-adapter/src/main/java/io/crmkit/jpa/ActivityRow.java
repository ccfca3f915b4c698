package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An activity as stored. */
@Entity
@Table(name = "crm_activity")
class ActivityRow extends OpenRow {

    @Column(name = "type_code", nullable = false, length = 40)
    String typeCode;

    @Column(name = "seller_id", nullable = false)
    UUID seller;

    @Column(name = "occurred_at", nullable = false)
    @Convert(converter = InstantColumn.class)
    Instant occurredAt;

    @Column(name = "state", nullable = false, length = 10)
    String state;

    @Column(name = "company_id")
    @Nullable
    UUID company;

    @Column(name = "person_id")
    @Nullable
    UUID person;

    @Column(name = "opportunity_id")
    @Nullable
    UUID opportunity;

    @Column(name = "reference", length = 100)
    @Nullable
    String reference;

    @Column(name = "reference_folded", length = 100)
    @Nullable
    String referenceFolded;

    @Column(name = "quote_id")
    @Nullable
    UUID quote;

    @Column(name = "order_id")
    @Nullable
    UUID order;

    @Column(name = "kind", length = 10)
    @Nullable
    String kind;

    @Column(name = "direction", length = 10)
    @Nullable
    String direction;

    @Column(name = "duration_seconds")
    @Nullable
    Long seconds;

    /* reckoned from the two, so that what reaches into a day is found */
    @Column(name = "ends_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant endsAt;

    @Column(name = "place", length = 200)
    @Nullable
    String place;

    @Column(name = "place_folded", length = 200)
    @Nullable
    String placeFolded;

    @Column(name = "due_on")
    @Nullable
    LocalDate dueOn;

    @Column(name = "title", length = 200)
    @Nullable
    String title;

    @Column(name = "title_folded", length = 200)
    @Nullable
    String titleFolded;

    @Column(name = "note", length = 10_000)
    @Nullable
    String note;

    @Column(name = "outcome", length = 10_000)
    @Nullable
    String outcome;

    @Column(name = "follows_id")
    @Nullable
    UUID follows;

    @Column(name = "times_rescheduled")
    @Nullable
    Integer timesRescheduled;

    @Column(name = "first_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant firstAt;

    @Column(name = "recurrence_rule", length = 500)
    @Nullable
    String rule;

    @Column(name = "recurrence_zone", length = 60)
    @Nullable
    String zone;

    /* with blanks between */
    @Column(name = "recurrence_exceptions", length = 30_000)
    @Nullable
    String exceptions;

    @Column(name = "series_id")
    @Nullable
    UUID series;

    @Column(name = "series_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant seriesAt;

    /* so that those of nobody's are not asked for */
    @Column(name = "participant_count", nullable = false)
    int participantCount;

    /* how many sellers take part, the one whose it is among them */
    @Column(name = "seller_count", nullable = false)
    int sellerCount;

    @Transient
    List<ParticipantRow> participants = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected ActivityRow() {}
}
