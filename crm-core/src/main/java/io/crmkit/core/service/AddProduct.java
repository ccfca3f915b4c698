package io.crmkit.core.service;

import io.crmkit.core.value.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The wish to add a product to the catalogue.
 *
 * @param name the name, 1 to 200 characters
 * @param series the family it belongs to, or null
 * @param listPrice the price before any discount, or null
 */
public record AddProduct(
        @NotBlank @Size(max = 200) @PlainText String name,
        @Size(min = 1, max = 200) @PlainText @Nullable String series,
        @Nullable Money listPrice) {}
