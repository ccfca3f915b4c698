package io.crmkit.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import io.crmkit.core.document.DocumentLink;
import io.crmkit.core.document.HostDocument;
import io.crmkit.core.port.DocumentFeed;
import io.crmkit.core.port.FedDocument;
import io.crmkit.core.port.FeedQuery;
import io.crmkit.core.port.StoreException;
import io.crmkit.core.tck.DocumentFeedTck;
import io.crmkit.core.value.TenantId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The contract of feeds, on a sound one, and on broken ones that must turn the rule they break red and no other. */
class DocumentFeedTest {

    private static Sabotage current = Sabotage.OVERLOOKS_TIES;

    /** A feed whose host does not answer. */
    private static final class Unanswered extends ListedFeed {

        @Override
        List<FedDocument> of(TenantId tenant) {
            throw new StoreException("the books are closed", null);
        }
    }

    /** Ways to break a feed, each against one rule. */
    enum Sabotage {
        OVERLOOKS_TIES("DocumentFeed rule 1", new ListedFeed() {
            @Override
            public List<FedDocument> nearest(TenantId tenant, FeedQuery query) {
                return super.nearest(tenant, query).stream()
                        .filter(fed -> !fed.document().issuedAt().equals(query.at()))
                        .toList();
            }
        }),
        KNOWS_ONE_ORIGIN("DocumentFeed rule 2", new ListedFeed() {
            @Override
            public List<FedDocument> madeFrom(TenantId tenant, Collection<DocumentLink> origins) {
                return super.madeFrom(tenant, origins).stream()
                        .filter(fed -> origins.contains(fed.document().origins().get(0)))
                        .toList();
            }
        }),
        KNOWS_NO_TENANT("DocumentFeed rule 3", new ListedFeed() {
            @Override
            List<FedDocument> of(TenantId tenant) {
                return documents.values().stream().flatMap(List::stream).toList();
            }
        }),
        ANSWERS_WITH_NOTHING("DocumentFeed rule 4", new ListedFeed());

        private final String rule;
        private final ListedFeed feed;

        Sabotage(String rule, ListedFeed feed) {
            this.rule = rule;
            this.feed = feed;
        }
    }

    @ParameterizedTest
    @EnumSource
    void turnsExactlyTheRuleItBreaksRed(Sabotage sabotage) {
        current = sabotage;
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Sabotaged.class))
                .execute()
                .testEvents();
        assertEquals(Set.of(sabotage.rule), rules(tests.failed()));
    }

    @Test
    void everyRuleHasASaboteurButTheOneNoFeedCanTell() {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectNestedClass(List.of(DocumentFeedTest.class), Sound.class))
                .execute()
                .testEvents();
        assertEquals(Set.of(), rules(tests.failed()));
        Set<String> broken = new HashSet<>();
        for (Sabotage sabotage : Sabotage.values()) {
            broken.add(sabotage.rule);
        }
        assertEquals(rules(tests.succeeded()), broken);
    }

    private static Set<String> rules(Events tests) {
        return tests.stream()
                .map(event -> event.getTestDescriptor().getDisplayName().replaceAll(":.*", ""))
                .collect(Collectors.toSet());
    }

    /** The contract on the sound feed. */
    @SuppressWarnings("ClassCanBeStatic") // JUnit runs nested classes that are not
    @Nested
    class Sound extends DocumentFeedTck {

        private final ListedFeed feed = new ListedFeed();

        @Override
        protected DocumentFeed feed() {
            return feed;
        }

        @Override
        protected FedDocument enter(TenantId owner, HostDocument document) {
            return feed.enter(owner, document);
        }

        @Override
        protected Optional<DocumentFeed> failing() {
            return Optional.of(new Unanswered());
        }
    }

    /** The contract on whatever is broken now; its name keeps Surefire from running it by itself. */
    static class Sabotaged extends DocumentFeedTck {

        @Override
        protected DocumentFeed feed() {
            return current.feed;
        }

        @Override
        protected FedDocument enter(TenantId owner, HostDocument document) {
            return current.feed.enter(owner, document);
        }

        @Override
        protected Optional<DocumentFeed> failing() {
            return Optional.of(current == Sabotage.ANSWERS_WITH_NOTHING ? current.feed : new Unanswered());
        }
    }
}
