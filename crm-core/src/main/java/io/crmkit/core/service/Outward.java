package io.crmkit.core.service;

import io.crmkit.core.port.Mailer;
import io.crmkit.core.port.QuoteRenderer;
import org.jspecify.annotations.Nullable;

/**
 * What the host gave to reach the world outside. Made by the front door.
 *
 * @param renderer makes the files of quotes, or null
 * @param mailer sends mails, or null
 */
public record Outward(
        @Nullable QuoteRenderer renderer, @Nullable Mailer mailer) {

    /** Nothing. */
    public static final Outward NONE = new Outward(null, null);

    QuoteRenderer requiredRenderer() {
        return required("renderer", renderer);
    }

    Mailer requiredMailer() {
        return required("mailer", mailer);
    }

    private static <T> T required(String part, @Nullable T given) {
        if (given == null) {
            throw new IllegalStateException(part + " must be given to Crm.builder() to send quotes");
        }
        return given;
    }
}
