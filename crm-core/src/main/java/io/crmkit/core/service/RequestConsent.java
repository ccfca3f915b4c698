package io.crmkit.core.service;

import io.crmkit.core.party.PersonId;
import io.crmkit.core.privacy.Channel;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The wish to ask a person for consent, to be confirmed by a token (double opt-in).
 *
 * @param person the person
 * @param channel the way to reach the person
 * @param purpose the host's code for what it is for, 1 to 100 characters
 * @param source where it was asked for, such as {@code web form}, at most 200 characters, or null
 * @param evidence what shows it, such as the wording agreed to, at most 1,000 characters, or null
 * @param answerWithin how long the token can be used; longer than zero, at most 366 days
 */
public record RequestConsent(
        @NotNull PersonId person,
        @NotNull Channel channel,
        @NotBlank @Size(max = 100) @PlainText String purpose,
        @Size(min = 1, max = 200) @PlainText @Nullable String source,
        @Size(min = 1, max = 1_000) @PlainText @Nullable String evidence,
        @NotNull Duration answerWithin) {

    private static final Duration WEEK = Duration.ofDays(7);

    /**
     * Wishes to ask for consent, to be confirmed within seven days.
     *
     * @param person the person
     * @param channel the way to reach the person
     * @param purpose the host's code for what it is for
     * @return the command
     */
    public static RequestConsent of(PersonId person, Channel channel, String purpose) {
        return new RequestConsent(person, channel, purpose, null, null, WEEK);
    }
}
