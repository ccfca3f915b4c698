package io.crmkit.core.document;

/** Whether a line of a quote is part of what is offered. */
public enum LineKind {
    /** Part of the offer: it counts in the totals. */
    STANDARD,
    /** May be taken besides: it counts in no total until it is ordered. */
    OPTIONAL,
    /** May be taken instead of others: it counts in no total until it is ordered. */
    ALTERNATIVE
}
