package io.crmkit.core.port;

/**
 * Makes the file of a quote that the customer is given, a PDF as a rule.
 *
 * <p>Rules:
 * <ol>
 *   <li>The same sheet makes the same file, byte for byte, today and next year: its hash is kept with the quote, and by it
 *       a file is known for the one that was sent. A renderer therefore reads no clock and draws no random number; the
 *       day of issue is the quote's {@code progress().sentAt()}.
 *   <li>Texts are written as they are: what looks like markup in a description is text.
 *   <li>Amounts are those of {@code quote().totals()}; a renderer adds nothing up.
 *   <li>It throws whatever it likes where it cannot make the file; the quote then is not sent.
 * </ol>
 */
@FunctionalInterface
public interface QuoteRenderer {

    /**
     * Makes the file (rules 1 to 4).
     *
     * @param sheet all that is written on it
     * @return the file
     */
    RenderedFile render(QuoteSheet sheet);
}
