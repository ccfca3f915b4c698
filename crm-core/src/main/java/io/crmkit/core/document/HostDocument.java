package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known here of a document that the host's system keeps: an order, a delivery note, an invoice, a receipt.
 *
 * @param link which document
 * @param issuedAt when it was issued, the first instant of the day where only the day is known; kept to the microsecond
 * @param dueOn the day it is to be delivered or paid by, or null
 * @param status how far it has come
 * @param amount what it comes to before tax, of a receipt what was paid, or null where it states no amount
 * @param subjects whom it is for
 * @param origins the documents it was made from, at most 100
 * @param quantities how much of which lines it is about, at most 1,000; empty where that is not known
 */
public record HostDocument(
        DocumentLink link,
        Instant issuedAt,
        @Nullable LocalDate dueOn,
        DocumentStatus status,
        @Nullable Money amount,
        DocumentSubjects subjects,
        List<DocumentLink> origins,
        List<LineQuantity> quantities) {

    private static final int MOST_ORIGINS = 100;
    private static final int MOST_QUANTITIES = 1_000;

    /**
     * Makes a document.
     *
     * @throws IllegalArgumentException if it is one that is kept here, is made from itself, or has too many origins or
     *     quantities
     */
    public HostDocument {
        requireNonNull(status, "status");
        requireNonNull(subjects, "subjects");
        issuedAt = requireNonNull(issuedAt, "issuedAt").truncatedTo(ChronoUnit.MICROS);
        origins = List.copyOf(origins);
        quantities = List.copyOf(quantities);
        if (!requireNonNull(link, "link").kind().isHosts()) {
            throw new IllegalArgumentException("kind must be one the host keeps, not " + link.kind());
        }
        if (origins.contains(link)) {
            throw new IllegalArgumentException("origins must be other documents: " + link);
        }
        if (origins.size() > MOST_ORIGINS || quantities.size() > MOST_QUANTITIES) {
            throw new IllegalArgumentException("origins must be at most %d and quantities at most %,d: %d and %,d of %s"
                    .formatted(MOST_ORIGINS, MOST_QUANTITIES, origins.size(), quantities.size(), link));
        }
    }

    /**
     * Says that it counts.
     *
     * @return false where it was called off
     */
    public boolean counts() {
        return status != DocumentStatus.CANCELLED;
    }

    /**
     * Returns what a timeline shows of it.
     *
     * @return the summary
     */
    public DocumentSummary summary() {
        return new DocumentSummary(link, issuedAt, status.name(), amount, subjects);
    }
}
