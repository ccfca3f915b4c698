package io.crmkit.core.service;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.activity.ActivityText;
import io.crmkit.core.party.Lead;
import io.crmkit.core.party.LeadName;
import io.crmkit.core.party.LeadProgress;
import io.crmkit.core.party.Merge;
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
    static final List<String> OF_LEAD =
            List.of("name.person", "contactPoints", "progress.reason", "note", "custom", "tags");
    static final List<String> OF_MERGE = List.of("reason", "fields");
    static final List<String> OF_CONSENT = List.of("proof");
    static final List<String> OF_ACTIVITY = List.of("text", "details.place", "custom", "tags");
    static final List<String> OF_HOLD = List.of("reason");

    private Personal() {}

    static Person erased(Person person) {
        return person.withName(ERASED)
                .withContactPoints(List.of())
                .withRelationship(person.relationship().withState(PartyState.ERASED))
                .withCustom(CustomFields.NONE)
                .withTags(Set.of());
    }

    /* the company's name stays: it is no person's */
    static Lead erased(Lead lead) {
        LeadProgress progress = lead.progress();
        return new Lead(
                lead.id(),
                lead.revision(),
                new LeadName(
                        lead.name().person() == null ? null : ERASED,
                        lead.name().company()),
                List.of(),
                new LeadProgress(progress.status(), progress.owner(), null, progress.tryAgainOn()),
                lead.source(),
                null,
                lead.links(),
                CustomFields.NONE,
                Set.of());
    }

    static Merge erased(Merge merge) {
        return new Merge(
                merge.id(),
                merge.revision(),
                merge.kind(),
                merge.survivor(),
                merge.merged(),
                null,
                merge.mergedAt(),
                merge.journalFrom(),
                merge.journalUntil(),
                List.of(),
                merge.undoneAt());
    }

    static Consent erased(Consent consent) {
        return consent.withProof(ConsentProof.NONE);
    }

    /* who took part, and what became of it, stays: it is counted */
    static Activity erased(Activity activity) {
        ActivityDetails details = activity.details();
        return activity.described(
                        details == null ? null : details.withoutPlace(), ActivityText.NONE, activity.participants())
                .withCustom(CustomFields.NONE)
                .withTags(Set.of());
    }

    static RetentionHold erased(RetentionHold hold) {
        return hold.withReason(ERASED);
    }
}
