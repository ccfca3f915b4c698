package io.crmkit.core.service;

import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.LeadId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The wish to convert a lead into a person and a company sold to.
 *
 * @param lead the lead
 * @param company the company it is about, or null for the likeliest that is recorded, or a new one
 * @param person the person it is about, or null for the likeliest that is recorded, or a new one
 * @param matching whether recorded people and companies are looked at where none is given; new ones are made otherwise
 * @param opportunity what to open with them, or null for nothing
 */
public record ConvertLead(
        @NotNull LeadId lead,
        @Nullable CompanyId company,
        @Nullable PersonId person,
        boolean matching,
        @Nullable @Valid Opening opportunity) {

    /**
     * The opportunity to open with those a lead is converted into.
     *
     * @param name the title, 1 to 300 characters
     * @param pipeline the pipeline it will move through
     * @param product the name of the product, 1 to 200 characters, or null
     * @param amount what it is worth, or null
     * @param expectedClose the day a decision is expected, or null
     */
    public record Opening(
            @NotBlank @Size(max = 300) @PlainText String name,
            @NotNull PipelineId pipeline,
            @Size(min = 1, max = 200) @PlainText @Nullable String product,
            @NotNegative @Nullable Money amount,
            @FourDigitYear @Nullable LocalDate expectedClose) {}

    /**
     * Wishes to convert a lead into whom it is likely about, and to open nothing.
     *
     * @param lead the lead
     * @return the command
     */
    public static ConvertLead matching(LeadId lead) {
        return new ConvertLead(lead, null, null, true, null);
    }

    /**
     * Wishes to open an opportunity as well.
     *
     * @param opening what to open
     * @return a copy that differs in what it opens only
     */
    public ConvertLead opening(Opening opening) {
        return new ConvertLead(lead, company, person, matching, opening);
    }
}
