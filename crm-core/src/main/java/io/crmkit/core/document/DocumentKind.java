package io.crmkit.core.document;

/** What a document of a sale is, from the offer to the money. */
public enum DocumentKind {
    /** A quote of this library. */
    QUOTE,
    /** A sales order of this library. */
    SALES_ORDER,
    /** An order as the host's system keeps it. */
    HOST_ORDER,
    /** What was handed over, or came back. */
    DELIVERY_NOTE,
    /** What is asked to be paid. */
    INVOICE,
    /** What of an invoice is not asked for any more. */
    CREDIT_NOTE,
    /** What was paid. */
    RECEIPT;

    /**
     * Says whether it is kept by the host.
     *
     * @return false for quotes and sales orders, which are kept here
     */
    public boolean isHosts() {
        return this != QUOTE && this != SALES_ORDER;
    }
}
