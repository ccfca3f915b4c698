package io.crmkit.core.value;

import java.util.Currency;

/** Money of two currencies was to be added without a rate. */
public final class CurrencyMismatchException extends CrmException {

    private static final long serialVersionUID = 1L;

    /** The currency of the first amount. */
    private final Currency first;

    /** The currency of the second amount. */
    private final Currency second;

    /**
     * Makes the exception.
     *
     * @param first the currency of the first amount
     * @param second the currency of the second amount
     */
    public CurrencyMismatchException(Currency first, Currency second) {
        super("amounts in %s and %s cannot be added without a rate".formatted(first, second), null);
        this.first = first;
        this.second = second;
    }

    /**
     * Returns the currency of the first amount.
     *
     * @return the currency
     */
    public Currency first() {
        return first;
    }

    /**
     * Returns the currency of the second amount.
     *
     * @return the currency
     */
    public Currency second() {
        return second;
    }
}
