package io.crmkit.core.service;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The wish to decline a quote, or to call a quote or an order off.
 *
 * @param reason why, 1 to 1,000 characters, or null
 */
record EndDocument(
        @Size(min = 1, max = 1_000) @PlainText @Nullable String reason) {}
