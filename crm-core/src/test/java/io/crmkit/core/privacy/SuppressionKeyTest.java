package io.crmkit.core.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.value.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionKeyTest {

    private static final TenantId ACME = new TenantId("acme");
    private static final SuppressionKey KEY = key("0123456789abcdef");

    private static SuppressionKey key(String secret) {
        return SuppressionKey.of(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static Suppression of(SuppressionKey key, TenantId tenant, Channel channel, String address) {
        return key.suppress(tenant, channel, address, SuppressionReason.ERASED, Instant.EPOCH);
    }

    /* RFC 4231, test case 2 */
    @Test
    void hashesAsRfc4231Has() {
        byte[] key = "Jefe".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                HexFormat.of().formatHex(Digests.hmac(key, "what do ya want for nothing?")));
    }

    /* made by Python's hmac, by the description in SuppressionKey's Javadoc */
    @Test
    void hashesAnAddressAsDescribed() {
        assertEquals(
                "a4431135ebc0d40a1a57c386d167007e2f0853ca8de2973a6aa0fdc5ab657161",
                of(KEY, ACME, Channel.EMAIL, " Ann.Lee@Example.COM ").hash());
    }

    @Test
    void isAnotherForEachSecretTenantAndChannel() {
        Suppression one = of(KEY, ACME, Channel.PHONE, "0043 664 1");
        assertEquals(one.id(), KEY.id(ACME, Channel.PHONE, "+43/664-1"));
        assertEquals(8, one.id().value().version());
        assertNotEquals(
                one.hash(),
                of(key("0123456789abcdeX"), ACME, Channel.PHONE, "0043 664 1").hash());
        assertNotEquals(
                one.hash(),
                of(KEY, new TenantId("other"), Channel.PHONE, "0043 664 1").hash());
        assertNotEquals(one.hash(), of(KEY, ACME, Channel.SMS, "0043 664 1").hash());
    }

    @Test
    void tellsNothingOfTheSecretAndRefusesAShortOne() {
        assertFalse(KEY.toString().contains("0123"));
        assertEquals(
                "secret must be of 16 bytes at least: 3 bytes",
                assertThrows(IllegalArgumentException.class, () -> key("abc")).getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMAIL | ' Ann@Example.COM ' | ann@example.com",
                "EMAIL | '\uFF41nn@example.com' | ann@example.com",
                "PHONE | '+43 (664) 12-34' | +436641234",
                "PHONE | '+44 (0)20 7946' | +44207946",
                "PHONE | '0043 664 1234' | +436641234",
                "PHONE | '0664 1234' | 06641234",
                "SMS | '\u0661\u0662' | 12",
                "PHONE | 'none' | ''",
                "PHONE | '00' | '+'",
                "POST | 'Hauptstr. 1,\t8010  GRAZ' | 'hauptstr 1 8010 graz'"
            })
    void writesAddressesInOneForm(Channel channel, String address, String form) {
        assertEquals(form, channel.normalised(address));
    }
}
