package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.audience.ConsentFields;
import io.crmkit.core.audience.SuppressionFields;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.privacy.Channel;
import io.crmkit.core.privacy.ConsentState;
import io.crmkit.core.privacy.LawfulBasis;
import io.crmkit.core.privacy.SuppressionReason;
import org.junit.jupiter.api.Test;

class CodesTest {

    @Test
    void refusesACodeItDoesNotKnow() {
        var refused = assertThrows(IllegalArgumentException.class, () -> Codes.OUTCOME.constant("shelved"));
        assertEquals(true, String.valueOf(refused.getMessage()).endsWith(": 'shelved'"));
        assertEquals("won", Codes.OUTCOME.of(Outcome.WON));
    }

    /* criteria give these in their plain form, which is what is compared with the column */
    @Test
    void storesChoicesOfDataProtectionAsCriteriaGiveThem() {
        for (Channel each : Channel.values()) {
            assertEquals(ConsentFields.CHANNEL.plain(each), Codes.CHANNEL.of(each));
        }
        for (LawfulBasis each : LawfulBasis.values()) {
            assertEquals(ConsentFields.BASIS.plain(each), Codes.LAWFUL_BASIS.of(each));
        }
        for (ConsentState each : ConsentState.values()) {
            assertEquals(ConsentFields.STATE.plain(each), Codes.CONSENT_STATE.of(each));
        }
        for (SuppressionReason each : SuppressionReason.values()) {
            assertEquals(SuppressionFields.REASON.plain(each), Codes.SUPPRESSION_REASON.of(each));
        }
    }
}
