package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An activity type's definition as stored. */
@Entity
@Table(name = "crm_activity_type")
class ActivityTypeRow extends Row {

    @Column(name = "code", nullable = false, length = 40)
    String typeCode;

    @Column(name = "name", nullable = false, length = 100)
    String name;

    @Column(name = "name_folded", nullable = false, length = 100)
    String nameFolded;

    @Column(name = "kind", length = 10)
    @Nullable
    String kind;

    @Column(name = "role", length = 10)
    @Nullable
    String role;

    @Column(name = "step_code", nullable = false, length = 40)
    String step;

    /* the codes of the states that count, with blanks between */
    @Column(name = "counted_states", nullable = false, length = 60)
    String countedStates;

    @Column(name = "credit", nullable = false, length = 12)
    String credit;

    @Column(name = "follow_up_code", length = 40)
    @Nullable
    String followUp;

    @Column(name = "follow_up_days")
    @Nullable
    Integer followUpDays;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected ActivityTypeRow() {}
}
