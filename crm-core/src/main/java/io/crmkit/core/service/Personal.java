package io.crmkit.core.service;

import io.crmkit.core.party.PartyState;
import io.crmkit.core.party.Person;
import io.crmkit.core.privacy.Consent;
import io.crmkit.core.privacy.ConsentProof;
import io.crmkit.core.privacy.RetentionHold;
import io.crmkit.core.value.CustomFields;
import java.util.List;
import java.util.Set;

/** Which fields tell of a person, and what records are without them. */
final class Personal {

    /** What stands where a name stood. */
    static final String ERASED = "(erased)";

    /* by the names that the journal has for them */
    static final List<String> OF_PERSON = List.of("name", "contactPoints", "custom", "tags");
    static final List<String> OF_CONSENT = List.of("proof");
    static final List<String> OF_HOLD = List.of("reason");

    private Personal() {}

    static Person erased(Person person) {
        return person.withName(ERASED)
                .withContactPoints(List.of())
                .withRelationship(person.relationship().withState(PartyState.ERASED))
                .withCustom(CustomFields.NONE)
                .withTags(Set.of());
    }

    static Consent erased(Consent consent) {
        return consent.withProof(ConsentProof.NONE);
    }

    static RetentionHold erased(RetentionHold hold) {
        return hold.withReason(ERASED);
    }
}
