package io.crmkit.examples.exchange;

import static java.util.Objects.requireNonNull;

/**
 * One rule that a card breaks; the card was not taken.
 *
 * @param card which card of the file, from 1; 0 where the whole file is meant
 * @param property the property, such as {@code EMAIL}, or empty where the whole card is meant
 * @param rule the rule in words, with the value that breaks it
 */
public record CardProblem(int card, String property, String rule) {

    private static final int SHOWN = 500;

    /** Makes a problem. */
    public CardProblem {
        requireNonNull(property, "property");
        rule = rule.length() <= SHOWN ? rule : rule.substring(0, SHOWN) + "...";
    }

    @Override
    public String toString() {
        String where = card == 0 ? "file" : "card " + card;
        return property.isEmpty() ? where + ": " + rule : where + ", " + property + ": " + rule;
    }
}
