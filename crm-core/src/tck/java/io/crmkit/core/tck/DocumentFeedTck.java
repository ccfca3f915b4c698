package io.crmkit.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crmkit.core.document.DocumentKind;
import io.crmkit.core.document.DocumentLink;
import io.crmkit.core.document.DocumentStatus;
import io.crmkit.core.document.DocumentSubjects;
import io.crmkit.core.document.HostDocument;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.port.DocumentFeed;
import io.crmkit.core.port.FedDocument;
import io.crmkit.core.port.FeedQuery;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.TimelineQuery.Direction;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The rules of {@link DocumentFeed}, for hosts whose documents are to stand on timelines. Rule 5 is about what a host
 * records, which no feed can tell.
 */
@ExtendWith(OneRule.class)
public abstract class DocumentFeedTck {

    private static final UUID NIL = new UUID(0, 0);
    private static final Instant START = Instant.parse("2026-03-01T09:30:00.123456Z");
    private static final Set<DocumentKind> KINDS = Set.of(
            DocumentKind.HOST_ORDER,
            DocumentKind.DELIVERY_NOTE,
            DocumentKind.INVOICE,
            DocumentKind.CREDIT_NOTE,
            DocumentKind.RECEIPT);

    private final Random random = new Random(42);
    private final TenantId tenant = new TenantId("feed " + UUID.randomUUID());
    private final TenantId stranger = new TenantId("feed " + UUID.randomUUID());
    private final CompanyId acme = new CompanyId(UUID.randomUUID());
    private final CompanyId beta = new CompanyId(UUID.randomUUID());
    private final PersonId rita = new PersonId(UUID.randomUUID());
    private final OpportunityId deal = new OpportunityId(UUID.randomUUID());
    private final DocumentLink quote = new DocumentLink(DocumentKind.QUOTE, "Q-" + UUID.randomUUID());
    private final List<FedDocument> kept = new ArrayList<>();

    /** Makes the test. */
    protected DocumentFeedTck() {}

    /**
     * Returns the feed under test.
     *
     * @return the feed over the documents entered so far
     */
    protected abstract DocumentFeed feed();

    /**
     * Enters a document into the host's books.
     *
     * @param owner the tenant whose document it is
     * @param document the document; instants of several are equal
     * @return the document as the feed is to tell of it, with the key the host gives it
     */
    protected abstract FedDocument enter(TenantId owner, HostDocument document);

    /**
     * Returns a feed whose books cannot be read, as when the host's database does not answer.
     *
     * @return the feed, or empty where the host's cannot fail: rule 4 is skipped then, visibly
     */
    protected Optional<DocumentFeed> failing() {
        return Optional.empty();
    }

    /** Enters documents of two companies, a person and an opportunity, some at the same instant. */
    @BeforeEach
    protected void enterDocuments() {
        List<DocumentKind> kinds = KINDS.stream().sorted().toList();
        for (int i = 0; i < 60; i++) {
            DocumentSubjects subjects =
                    new DocumentSubjects(i % 3 == 0 ? beta : acme, i % 4 == 0 ? rita : null, i % 5 == 0 ? deal : null);
            Instant at = START.plusSeconds(60L * random.nextInt(20));
            List<DocumentLink> origins = i % 2 == 0 ? List.of(quote) : List.of();
            kept.add(enter(tenant, document(kinds.get(i % kinds.size()), at, subjects, origins)));
        }
    }

    private static HostDocument document(
            DocumentKind kind, Instant at, DocumentSubjects subjects, List<DocumentLink> origins) {
        return new HostDocument(
                new DocumentLink(kind, UUID.randomUUID().toString()),
                at,
                null,
                DocumentStatus.OPEN,
                Money.of("10", "EUR"),
                subjects,
                origins,
                List.of());
    }

    private FeedQuery query(List<Scope> scopes, Direction direction, @Nullable Instant at, UUID key, int limit) {
        return new FeedQuery(scopes, KINDS, direction, at, key, limit);
    }

    private void assertNearest(FeedQuery query) {
        List<FedDocument> told = feed().nearest(tenant, query);
        assertEquals(new HashSet<>(query.nearest(kept)), new HashSet<>(told), query::toString);
        assertEquals(Set.copyOf(told).size(), told.size(), "each is told once");
    }

    /** Rule 1. */
    @Test
    @DisplayName("DocumentFeed rule 1: tells of those about each scope, issued within its period")
    protected void tellsOfWhatIsAboutTheScopes() {
        for (Scope scope : List.of(Scope.of(acme), Scope.of(rita), Scope.of(deal))) {
            assertNearest(query(List.of(scope), Direction.OLDER, null, NIL, 100));
        }
        Scope spring = Scope.of(acme).during(START.plusSeconds(300), START.plusSeconds(600));
        assertNearest(query(List.of(spring, Scope.of(rita)), Direction.NEWER, null, NIL, 100));
        assertNearest(query(List.of(Scope.of(new CompanyId(UUID.randomUUID()))), Direction.OLDER, null, NIL, 100));
    }

    /** Rule 1. */
    @Test
    @DisplayName("DocumentFeed rule 1: tells of the kinds asked for")
    protected void tellsOfTheKindsAskedFor() {
        for (DocumentKind kind : KINDS) {
            assertNearest(new FeedQuery(List.of(Scope.of(acme)), Set.of(kind), Direction.OLDER, null, NIL, 100));
        }
    }

    /** Rule 1. */
    @Test
    @DisplayName("DocumentFeed rule 1: tells of the nearest to the bound, both ways, however many share an instant")
    protected void tellsOfTheNearest() {
        for (FedDocument bound : kept) {
            Instant at = bound.document().issuedAt();
            for (Direction direction : Direction.values()) {
                assertNearest(query(List.of(Scope.of(acme)), direction, at, bound.key(), 1 + random.nextInt(9)));
                assertNearest(query(List.of(Scope.of(acme)), direction, at, NIL, 5));
            }
        }
    }

    /** Rule 2. */
    @Test
    @DisplayName("DocumentFeed rule 2: tells of every document made from one of others")
    protected void tellsOfWhatWasMadeFromOthers() {
        DocumentLink order = kept.get(0).document().link();
        DocumentSubjects subjects = new DocumentSubjects(acme, null, null);
        FedDocument note =
                enter(tenant, document(DocumentKind.DELIVERY_NOTE, START, subjects, List.of(order, other("A"), quote)));
        FedDocument invoice = enter(tenant, document(DocumentKind.INVOICE, START, subjects, List.of(other("B"))));
        assertEquals(Set.of(note), madeFrom(order));
        assertEquals(Set.of(note, invoice), madeFrom(order, other("B")));
        Set<FedDocument> ofQuote = new HashSet<>(kept.stream()
                .filter(fed -> fed.document().origins().contains(quote))
                .toList());
        ofQuote.add(note);
        assertEquals(ofQuote, madeFrom(quote));
        assertEquals(Set.of(), madeFrom(other("C")));
        assertEquals(Set.of(), madeFrom());
    }

    private DocumentLink other(String letter) {
        return new DocumentLink(DocumentKind.HOST_ORDER, letter + quote.number().substring(2));
    }

    private Set<FedDocument> madeFrom(DocumentLink... origins) {
        List<FedDocument> told = feed().madeFrom(tenant, List.of(origins));
        assertEquals(Set.copyOf(told).size(), told.size(), "each is told once");
        return Set.copyOf(told);
    }

    /** Rule 3. */
    @Test
    @DisplayName("DocumentFeed rule 3: tells each tenant of its own documents only")
    protected void tellsEachTenantOfItsOwn() {
        FedDocument theirs = enter(
                stranger,
                document(DocumentKind.INVOICE, START, new DocumentSubjects(acme, null, null), List.of(quote)));
        FeedQuery query = query(List.of(Scope.of(acme)), Direction.OLDER, null, NIL, 100);
        assertEquals(List.of(theirs), feed().nearest(stranger, query));
        assertEquals(List.of(theirs), feed().madeFrom(stranger, List.of(quote)));
        assertTrue(feed().nearest(tenant, query).stream().noneMatch(theirs::equals));
        assertTrue(feed().madeFrom(tenant, List.of(quote)).stream().noneMatch(theirs::equals));
    }

    /** Rule 4. */
    @Test
    @DisplayName("DocumentFeed rule 4: throws where it cannot do its work")
    protected void throwsWhereItCannotDoItsWork() {
        assumeTrue(failing().isPresent(), "the host's feed cannot fail");
        DocumentFeed broken = failing().orElseThrow();
        FeedQuery query = query(List.of(Scope.of(acme)), Direction.OLDER, null, NIL, 100);
        assertThrows(RuntimeException.class, () -> broken.nearest(tenant, query));
        assertThrows(RuntimeException.class, () -> broken.madeFrom(tenant, List.of(quote)));
    }
}
