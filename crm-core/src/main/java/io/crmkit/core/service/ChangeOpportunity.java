package io.crmkit.core.service;

import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Outlook;
import io.crmkit.core.service.Commands.Rule;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Violation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wish to change what is known of an opportunity: everything as it is to be.
 *
 * @param opportunity the opportunity
 * @param from the revision the caller has seen
 * @param name its title, 1 to 300 characters
 * @param product the name of the product negotiated, or null
 * @param parties who negotiates
 * @param expectedClose the day a decision is expected, or null
 * @param amount what it is worth once, nothing or more, or null
 * @param recurring what it is worth every month besides, nothing or more, in the same currency, or null
 * @param outlook what the seller says of its prospects, and does next
 */
public record ChangeOpportunity(
        @NotNull OpportunityId opportunity,
        @NotNull Revision from,
        @NotBlank @Size(max = 300) @PlainText String name,
        @Size(min = 1, max = 200) @PlainText @Nullable String product,
        @NotNull OpportunityParties parties,
        @FourDigitYear @Nullable LocalDate expectedClose,
        @NotNegative @Nullable Money amount,
        @NotNegative @Nullable Money recurring,
        @NotNull @FourDigitYear Outlook outlook) {

    /**
     * Wishes for an opportunity as it is, to be changed with the methods below.
     *
     * @param opportunity the opportunity as the caller has seen it
     * @return the command, which changes nothing yet
     */
    public static ChangeOpportunity of(Opportunity opportunity) {
        return new ChangeOpportunity(
                opportunity.id(),
                opportunity.revision(),
                opportunity.label().name(),
                opportunity.label().product(),
                opportunity.parties(),
                opportunity.dates().expectedClose(),
                opportunity.amount(),
                opportunity.recurring(),
                opportunity.outlook());
    }

    /**
     * Wishes for another title.
     *
     * @param other the title
     * @return a copy that differs in its name only
     */
    public ChangeOpportunity named(String other) {
        return new ChangeOpportunity(
                opportunity, from, other, product, parties, expectedClose, amount, recurring, outlook);
    }

    /**
     * Wishes for other amounts.
     *
     * @param once what it is worth once, or null
     * @param monthly what it is worth every month besides, or null
     * @return a copy that differs in its amounts only
     */
    public ChangeOpportunity worth(@Nullable Money once, @Nullable Money monthly) {
        return new ChangeOpportunity(opportunity, from, name, product, parties, expectedClose, once, monthly, outlook);
    }

    /**
     * Wishes for another outlook.
     *
     * @param other what the seller says of its prospects
     * @return a copy that differs in its outlook only
     */
    public ChangeOpportunity with(Outlook other) {
        return new ChangeOpportunity(
                opportunity, from, name, product, parties, expectedClose, amount, recurring, other);
    }

    /** What is worth something in another currency than the rest. */
    List<Violation> ofTwoCurrencies(Commands commands) {
        if (amount == null || recurring == null || amount.currency().equals(recurring.currency())) {
            return List.of();
        }
        Rule rule = Rule.of("crmkit.currencyOfAmount", "currency", amount.currency());
        return List.of(commands.violation("recurring", recurring, rule));
    }
}
