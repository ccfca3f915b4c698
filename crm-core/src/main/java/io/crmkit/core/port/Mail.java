package io.crmkit.core.port;

import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.Text;
import java.util.List;

/**
 * A mail to be sent, from whomever the mailer sends for.
 *
 * @param key what tells it from every other mail, the same at each attempt to send it: 1 to 100 letters, digits, dots and
 *     hyphens; a mailer makes the {@code Message-ID} of it, so that whoever drops doubles can
 * @param to the addressees, 1 to 20
 * @param copies who gets a copy, at most 20
 * @param subject the subject, 1 to 200 characters without control characters, so that it cannot hold a header
 * @param text the body as plain text
 * @param html the body as a page of HTML
 * @param attachments what comes with it
 */
public record Mail(
        String key,
        List<EmailAddress> to,
        List<EmailAddress> copies,
        String subject,
        String text,
        String html,
        List<RenderedFile> attachments) {

    private static final int MOST = 20;

    /**
     * Makes a mail.
     *
     * @throws IllegalArgumentException if a part breaks its rule
     */
    public Mail {
        to = List.copyOf(to);
        copies = List.copyOf(copies);
        attachments = List.copyOf(attachments);
        if (!Text.required("key", key, 100).matches("[A-Za-z0-9.-]+")) {
            throw new IllegalArgumentException(
                    "key must be letters, digits, dots and hyphens: '" + Text.shown(key) + "'");
        }
        if (to.isEmpty() || to.size() > MOST || copies.size() > MOST) {
            throw new IllegalArgumentException("to must be 1 to %d addresses and copies at most %d: %d and %d"
                    .formatted(MOST, MOST, to.size(), copies.size()));
        }
        Text.required("subject", subject, 200);
        if (text.isBlank() || html.isBlank()) {
            throw new IllegalArgumentException("text and html must not be blank: " + subject);
        }
    }
}
