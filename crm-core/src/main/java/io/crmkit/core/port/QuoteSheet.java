package io.crmkit.core.port;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.document.Quote;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.Person;
import io.crmkit.core.team.Seller;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * All that is written on a quote: what a renderer makes a file of. Who issues it, and how it looks, the renderer knows.
 *
 * @param quote the quote as the customer is given it: sent, nothing decided, nothing ordered
 * @param seller whose quote it is
 * @param company the company it is for, or null for a private customer
 * @param contact the person it is addressed to, or null; company and contact are not both null
 * @param locale the customer's language and country
 */
public record QuoteSheet(
        Quote quote,
        Seller seller,
        @Nullable Company company,
        @Nullable Person contact,
        Locale locale) {

    /**
     * Makes a sheet.
     *
     * @throws IllegalArgumentException if there is nobody it is for
     */
    public QuoteSheet {
        requireNonNull(quote, "quote");
        requireNonNull(seller, "seller");
        requireNonNull(locale, "locale");
        if (company == null && contact == null) {
            throw new IllegalArgumentException("company or contact must be given: a quote is for somebody");
        }
    }
}
