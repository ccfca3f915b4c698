package io.crmkit.core.service;

import io.crmkit.core.port.DocumentFeed;
import io.crmkit.core.port.Mailer;
import io.crmkit.core.port.QuoteRenderer;
import io.crmkit.core.port.RateSource;
import org.jspecify.annotations.Nullable;

/**
 * What the host gave besides stores: ways to the world outside, and what follows a sale there. Made by the front door.
 *
 * @param renderer makes the files of quotes, or null
 * @param mailer sends mails, or null
 * @param feed tells of the host's documents, or null
 * @param rates where exchange rates come from, or null
 * @param sales what else happens when a customer accepts or orders
 */
public record Outward(
        @Nullable QuoteRenderer renderer,
        @Nullable Mailer mailer,
        @Nullable DocumentFeed feed,
        @Nullable RateSource rates,
        SalePolicy sales) {

    /** Nothing. */
    public static final Outward NONE = new Outward(null, null, null, null, SalePolicy.NONE);

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
