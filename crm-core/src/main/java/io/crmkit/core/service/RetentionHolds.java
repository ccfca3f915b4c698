package io.crmkit.core.service;

import io.crmkit.core.audience.RetentionHoldFields;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.privacy.RetentionHold;
import io.crmkit.core.privacy.RetentionHoldId;
import java.util.List;

/** The duties to keep people's data. */
final class RetentionHolds extends Records<RetentionHold, RetentionHoldId> {

    RetentionHolds(Call call) {
        super(call, call.stores().retentionHolds());
    }

    List<RetentionHold> of(PersonId person) {
        return Dossier.all(call().stores().retentionHolds(), call().tenant(), RetentionHoldFields.PERSON.is(person));
    }
}
