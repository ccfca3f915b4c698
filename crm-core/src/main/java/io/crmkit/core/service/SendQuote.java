package io.crmkit.core.service;

import io.crmkit.core.value.EmailAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;

/**
 * The wish to mail a quote.
 *
 * @param to the addressees, 1 to 20
 * @param copies who gets a copy, at most 20
 * @param subject the subject, 1 to 200 characters
 * @param text what is written to them, 1 to 10,000 characters; an empty line begins a paragraph
 * @param locale the customer's language and country, in which the file is made
 */
public record SendQuote(
        @NotNull @Size(min = 1, max = 20) List<@NotNull EmailAddress> to,
        @NotNull @Size(max = 20) List<@NotNull EmailAddress> copies,
        @NotBlank @Size(max = 200) @PlainText String subject,

        @NotBlank @Size(max = 10_000) @Pattern(regexp = "[[^\\p{Cc}\\p{Cs}]\\r\\n\\t]*", message = "{crmkit.lines}")
        String text,

        @NotNull Locale locale) {

    /**
     * Wishes to mail a quote to one address.
     *
     * @param to the addressee
     * @param subject the subject
     * @param text what is written
     * @param locale the customer's language and country
     * @return the command, without copies
     */
    public static SendQuote to(EmailAddress to, String subject, String text, Locale locale) {
        return new SendQuote(List.of(to), List.of(), subject, text, locale);
    }
}
