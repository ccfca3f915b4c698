package io.crmkit.core.service;

/**
 * What else happens, in the same transaction, when a customer accepts a quote or orders of it.
 *
 * @param winsOpportunity whether the negotiation the quote belongs to is moved to its pipeline's first stage of kind won,
 *     through that stage's gate: where the gate keeps it out, the quote is not accepted and nothing is ordered. One that is
 *     won already stays where it is
 * @param makesCustomer whether the company, or else the person, becomes a customer where it is none
 */
public record SalePolicy(boolean winsOpportunity, boolean makesCustomer) {

    /** Nothing else happens. */
    public static final SalePolicy NONE = new SalePolicy(false, false);

    /** The negotiation is won, and the other side becomes a customer. */
    public static final SalePolicy WHOLE = new SalePolicy(true, true);
}
