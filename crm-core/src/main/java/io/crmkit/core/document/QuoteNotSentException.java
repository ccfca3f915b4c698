package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.CrmException;
import org.jspecify.annotations.Nullable;

/** A quote could not be sent; it is what it was before. */
public final class QuoteNotSentException extends CrmException {

    private static final long serialVersionUID = 1L;

    /** Which quote, as people call it. */
    private final String quote;
    /** The step that failed. */
    private final Step step;

    /** What sending failed at. */
    public enum Step {
        /** The file could not be made; nothing was mailed. */
        RENDERING("the file could not be made"),
        /** The file made now is not the one that was sent before; nothing was mailed. */
        COMPARING("the file is not the one that was sent"),
        /** The mail could not be handed over, or nobody said that it was. */
        MAILING("the mail could not be handed over");

        private final String words;

        Step(String words) {
            this.words = words;
        }
    }

    /**
     * Makes the exception.
     *
     * @param number which quote
     * @param step what sending failed at
     * @param why what was said about it
     * @param cause the failure beneath, or null
     */
    public QuoteNotSentException(QuoteNumber number, Step step, String why, @Nullable Throwable cause) {
        super("quote " + number + " was not sent: " + step.words + ": " + why, cause);
        this.quote = number.toString();
        this.step = requireNonNull(step, "step");
    }

    /**
     * Returns which quote.
     *
     * @return its number, as people read it
     */
    public String quote() {
        return quote;
    }

    /**
     * Returns what sending failed at.
     *
     * @return the step
     */
    public Step step() {
        return step;
    }
}
