package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.pipeline.Outcome;
import org.junit.jupiter.api.Test;

class CodesTest {

    @Test
    void refusesACodeItDoesNotKnow() {
        var refused = assertThrows(IllegalArgumentException.class, () -> Codes.OUTCOME.constant("shelved"));
        assertEquals(true, String.valueOf(refused.getMessage()).endsWith(": 'shelved'"));
        assertEquals("won", Codes.OUTCOME.of(Outcome.WON));
    }
}
