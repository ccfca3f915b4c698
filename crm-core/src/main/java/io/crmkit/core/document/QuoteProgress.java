package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Text;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far a quote has come.
 *
 * @param state what has become of it
 * @param sentAt when it was sent, or null while it was not; kept to the microsecond
 * @param timesSent how often it was sent: 0 while it was not, and more than 1 only where that was asked for
 * @param renderedHash the SHA-256 of the file that was sent, 64 hexadecimal digits, or null where no file was made
 * @param decidedAt when it was accepted, declined, superseded, called off or found expired, or null; kept to the
 *     microsecond
 * @param reason why it was declined or called off, at most 1,000 characters, or null
 */
public record QuoteProgress(
        QuoteState state,
        @Nullable Instant sentAt,
        int timesSent,
        @Nullable String renderedHash,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    /** A quote that is being written. */
    public static final QuoteProgress DRAFT = new QuoteProgress(QuoteState.DRAFT, null, 0, null, null, null);

    /**
     * Makes a progress.
     *
     * @throws IllegalArgumentException if the hash or the reason breaks its rule, a draft has been sent, or the times do
     *     not say what the instant says
     */
    public QuoteProgress {
        requireNonNull(state, "state");
        sentAt = sentAt == null ? null : sentAt.truncatedTo(ChronoUnit.MICROS);
        decidedAt = decidedAt == null ? null : decidedAt.truncatedTo(ChronoUnit.MICROS);
        Text.optional("reason", reason, 1_000);
        if (renderedHash != null && !renderedHash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "renderedHash must be 64 lower-case hexadecimal digits: '" + Text.shown(renderedHash) + "'");
        }
        if (state == QuoteState.DRAFT && sentAt != null) {
            throw new IllegalArgumentException("sentAt must be empty while the quote is a draft: " + sentAt);
        }
        if (timesSent < 0 || (timesSent == 0) != (sentAt == null)) {
            throw new IllegalArgumentException(
                    "timesSent must be 1 or more where sentAt is given, and 0 elsewhere: " + timesSent + ", " + sentAt);
        }
    }

    QuoteProgress sent(Instant at, @Nullable String hash) {
        return new QuoteProgress(QuoteState.SENT, at, 1, hash, null, null);
    }

    QuoteProgress sentAgain() {
        return new QuoteProgress(state, sentAt, timesSent + 1, renderedHash, decidedAt, reason);
    }

    QuoteProgress decided(QuoteState next, Instant at, @Nullable String why) {
        return new QuoteProgress(next, sentAt, timesSent, renderedHash, at, why);
    }
}
