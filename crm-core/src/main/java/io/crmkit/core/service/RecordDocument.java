package io.crmkit.core.service;

import io.crmkit.core.document.DocumentKind;
import io.crmkit.core.document.DocumentLink;
import io.crmkit.core.document.DocumentStatus;
import io.crmkit.core.document.DocumentSubjects;
import io.crmkit.core.document.HostDocument;
import io.crmkit.core.document.LineQuantity;
import io.crmkit.core.value.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wish to record a document of the host's, or what has become of one that is recorded.
 *
 * @param kind what it is; no quote and no sales order, which are kept here
 * @param number the number the host gave it, 1 to 50 characters without a bar
 * @param issuedAt when it was issued
 * @param dueOn the day it is to be delivered or paid by, or null
 * @param status how far it has come
 * @param amount what it comes to before tax, of a receipt what was paid, or null
 * @param subjects whom it is for
 * @param origins the documents it was made from, at most 100
 * @param quantities how much of which lines of our orders it is about, at most 1,000; empty where that is not known
 */
public record RecordDocument(
        @NotNull DocumentKind kind,

        @NotBlank @Size(max = 50) @PlainText @Pattern(regexp = "[^|]*", message = "{crmkit.noBar}")
        String number,

        @NotNull @FourDigitYear Instant issuedAt,
        @FourDigitYear @Nullable LocalDate dueOn,
        @NotNull DocumentStatus status,
        @Nullable Money amount,
        @NotNull DocumentSubjects subjects,
        @NotNull @Size(max = 100) List<@NotNull DocumentLink> origins,
        @NotNull @Size(max = 1_000) List<@NotNull LineQuantity> quantities) {

    /**
     * Wishes to record an open document that says no more.
     *
     * @param kind what it is
     * @param number its number
     * @param issuedAt when it was issued
     * @param subjects whom it is for
     * @return the command
     */
    public static RecordDocument open(DocumentKind kind, String number, Instant issuedAt, DocumentSubjects subjects) {
        return new RecordDocument(
                kind, number, issuedAt, null, DocumentStatus.OPEN, null, subjects, List.of(), List.of());
    }

    /**
     * Wishes the same, saying what it was made from.
     *
     * @param others the documents
     * @return a copy that differs in its origins only
     */
    public RecordDocument from(DocumentLink... others) {
        return new RecordDocument(kind, number, issuedAt, dueOn, status, amount, subjects, List.of(others), quantities);
    }

    /**
     * Wishes the same, saying how much of which lines it is about.
     *
     * @param parts the quantities
     * @return a copy that differs in its quantities only
     */
    public RecordDocument of(LineQuantity... parts) {
        return new RecordDocument(kind, number, issuedAt, dueOn, status, amount, subjects, origins, List.of(parts));
    }

    /**
     * Wishes the same, saying what it comes to.
     *
     * @param money the amount
     * @return a copy that differs in its amount only
     */
    public RecordDocument worth(Money money) {
        return new RecordDocument(kind, number, issuedAt, dueOn, status, money, subjects, origins, quantities);
    }

    /**
     * Wishes the same, at another status.
     *
     * @param now how far it has come
     * @return a copy that differs in its status only
     */
    public RecordDocument at(DocumentStatus now) {
        return new RecordDocument(kind, number, issuedAt, dueOn, now, amount, subjects, origins, quantities);
    }

    HostDocument document() {
        return new HostDocument(
                new DocumentLink(kind, number), issuedAt, dueOn, status, amount, subjects, origins, quantities);
    }
}
