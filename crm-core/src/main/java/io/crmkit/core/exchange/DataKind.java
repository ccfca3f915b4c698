package io.crmkit.core.exchange;

import java.util.List;

/** What the rows of a file are, in the order files are read. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of
public enum DataKind {
    /** Sellers, with team and region. */
    SELLERS("seller", List.of("name"), List.of("team", "region")),
    /** Companies. */
    COMPANIES("company", List.of("name"), List.of("sector", "location", "parent")),
    /** Products, with list prices. */
    PRODUCTS("product", List.of("name"), List.of("series", "list_price", "currency")),
    /** Opportunities. */
    OPPORTUNITIES(
            "opportunity",
            List.of("stage"),
            List.of(
                    "reference",
                    "name",
                    "pipeline",
                    "seller",
                    "company",
                    "contact",
                    "product",
                    "amount",
                    "currency",
                    "status",
                    "opened",
                    "expected_close",
                    "closed",
                    "close_date")),
    /** Activities. */
    ACTIVITIES(
            "activity",
            List.of("type", "seller", "at"),
            List.of("reference", "time", "state", "company", "contact", "opportunity")),
    /** Something else, left alone. */
    UNRECOGNISED("", List.of(), List.of());

    private final String prefix;
    private final List<String> required;
    private final List<String> optional;

    DataKind(String prefix, List<String> required, List<String> optional) {
        this.prefix = prefix;
        this.required = required;
        this.optional = optional;
    }

    /** Returns the word a mapping file's keys for these rows begin with. */
    String prefix() {
        return prefix;
    }

    /** Returns the fields without which a row says nothing. */
    List<String> required() {
        return required;
    }

    boolean has(String field) {
        return required.contains(field) || optional.contains(field);
    }
}
