package io.crmkit.core.port;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.document.DocumentKind;
import io.crmkit.core.document.HostDocument;
import io.crmkit.core.timeline.EntryKind;
import io.crmkit.core.timeline.Position;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.Source;
import io.crmkit.core.timeline.TimelineQuery;
import io.crmkit.core.timeline.TimelineQuery.Direction;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The documents of the host's that a timeline's page may need.
 *
 * <p>Definition: documents stand in the order of {@code (issuedAt, key)}, keys compared as unsigned 128-bit numbers, as
 * databases compare UUIDs. Asked for older ones, the answer is those below {@code (at, key)}, the greatest first; asked for
 * newer ones, those above, the least first. Where {@code at} is null there is no bound.
 *
 * @param scopes whose documents: those about a scope's record, issued within its period
 * @param kinds what they may be
 * @param direction which way
 * @param at the instant of the bound, or null
 * @param key the key of the bound, itself not asked for
 * @param limit how many at most
 */
public record FeedQuery(
        List<Scope> scopes,
        Set<DocumentKind> kinds,
        Direction direction,
        @Nullable Instant at,
        UUID key,
        int limit) {

    static final UUID NIL = new UUID(0, 0);

    private static final Comparator<FedDocument> ORDER = Comparator.comparing(
                    (FedDocument fed) -> fed.document().issuedAt())
            .thenComparing(FedDocument::key, FeedQuery::compareKeys);

    /** Makes a query. */
    public FeedQuery {
        scopes = List.copyOf(scopes);
        kinds = Set.copyOf(kinds);
        requireNonNull(direction, "direction");
        requireNonNull(key, "key");
    }

    /**
     * Asks for what a timeline's page may need.
     *
     * @param query the page asked for
     * @return the documents nearest to its position, one more than it holds
     */
    public static FeedQuery of(TimelineQuery query) {
        Position position = query.position();
        boolean beside = position != null && position.source() == Source.DOCUMENTS;
        return new FeedQuery(
                query.scopes(),
                kinds(query.kinds()),
                query.direction(),
                position == null ? null : position.at(),
                beside ? requireNonNull(position).key() : NIL,
                query.limit() + 1);
    }

    private static Set<DocumentKind> kinds(Set<EntryKind> asked) {
        EnumSet<DocumentKind> kinds = EnumSet.noneOf(DocumentKind.class);
        for (DocumentKind kind : DocumentKind.values()) {
            if (kind.isHosts() && asked.contains(EntryKind.of(kind))) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /**
     * Tells whether a document is asked for.
     *
     * @param fed the document
     * @return true where it is of a kind, about a scope and beyond the bound
     */
    public boolean asksFor(FedDocument fed) {
        HostDocument document = fed.document();
        return kinds.contains(document.link().kind())
                && isBeyond(fed)
                && scopes.stream().anyMatch(scope -> isAbout(scope, document));
    }

    private static boolean isAbout(Scope scope, HostDocument document) {
        UUID subject = scope.subject().value();
        return scope.includes(document.issuedAt())
                && document.subjects().all().stream().anyMatch(id -> id.value().equals(subject));
    }

    private boolean isBeyond(FedDocument fed) {
        if (at == null) {
            return true;
        }
        int byInstant = fed.document().issuedAt().compareTo(at);
        int order = byInstant != 0 ? byInstant : compareKeys(fed.key(), key);
        return direction == Direction.OLDER ? order < 0 : order > 0;
    }

    /**
     * Answers the query from all documents there are: enough for a host that has few.
     *
     * @param all the documents of one tenant
     * @return those asked for, the nearest first
     */
    public List<FedDocument> nearest(Collection<FedDocument> all) {
        return all.stream()
                .filter(this::asksFor)
                .sorted(direction == Direction.OLDER ? ORDER.reversed() : ORDER)
                .limit(limit)
                .toList();
    }

    private static int compareKeys(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
