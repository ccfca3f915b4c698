package io.crmkit.core.service;

import io.crmkit.core.party.PersonId;
import io.crmkit.core.privacy.Channel;
import io.crmkit.core.privacy.LawfulBasis;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wish to record that a person may be contacted.
 *
 * @param person the person
 * @param channel the way to reach the person
 * @param purpose the host's code for what it is for, 1 to 100 characters
 * @param basis the lawful basis
 * @param source where it was given, such as {@code paper form}, at most 200 characters, or null
 * @param evidence what shows it, such as the number of the form, at most 1,000 characters, or null
 * @param validUntil from when on it is no longer valid, or null where it is until withdrawn; in the future
 */
public record GiveConsent(
        @NotNull PersonId person,
        @NotNull Channel channel,
        @NotBlank @Size(max = 100) @PlainText String purpose,
        @NotNull LawfulBasis basis,
        @Size(min = 1, max = 200) @PlainText @Nullable String source,
        @Size(min = 1, max = 1_000) @PlainText @Nullable String evidence,
        @FourDigitYear @Nullable Instant validUntil) {

    /**
     * Wishes to record a consent that is valid until withdrawn.
     *
     * @param person the person
     * @param channel the way to reach the person
     * @param purpose the host's code for what it is for
     * @return the command
     */
    public static GiveConsent of(PersonId person, Channel channel, String purpose) {
        return new GiveConsent(person, channel, purpose, LawfulBasis.CONSENT, null, null, null);
    }
}
