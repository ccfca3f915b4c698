package io.crmkit.core.service;

import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.ContactRole;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.value.Revision;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wish to say who decides at the customer: all of them, as they are to be.
 *
 * @param opportunity the opportunity
 * @param from the revision the caller has seen
 * @param contact the first person to speak to, or null
 * @param roles who plays which part, at most 100, nobody twice
 */
public record ChangeContacts(
        @NotNull OpportunityId opportunity,
        @NotNull Revision from,
        @Nullable PersonId contact,

        @NotNull @Size(max = OpportunityParties.MOST_ROLES) @EachOnce
        List<@NotNull ContactRole> roles) {}
