package io.crmkit.core.pipeline;

import io.crmkit.core.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * What people call an opportunity.
 *
 * @param name its title, 1 to 300 characters
 * @param reference its number in the system it came from, at most 100 characters, or null
 * @param product the name of the product negotiated, as given, or null
 */
public record OpportunityLabel(
        String name, @Nullable String reference, @Nullable String product) {

    /**
     * Makes a label.
     *
     * @throws IllegalArgumentException if a text breaks its rule
     */
    public OpportunityLabel {
        Text.required("name", name, 300);
        Text.optional("reference", reference, 100);
        Text.optional("product", product, 200);
    }
}
