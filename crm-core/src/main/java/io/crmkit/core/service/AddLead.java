package io.crmkit.core.service;

import io.crmkit.core.team.SellerId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The wish to add a lead.
 *
 * @param details what is known of it
 * @param owner the seller whose it is from the start, or null for a lead that is nobody's yet
 */
public record AddLead(
        @NotNull @Valid LeadDetails details, @Nullable SellerId owner) {}
