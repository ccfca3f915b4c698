package io.crmkit.core.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.crmkit.core.port.Stores;
import io.crmkit.core.port.Transactions;
import io.crmkit.core.tck.Session;
import io.crmkit.core.tck.StoresTck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/**
 * Tests the contract kit: each broken store must turn the rule it breaks red, and no other.
 *
 * <p>The whole kit runs once, on sound stores, and it is written down which ports each test asks for. A broken port is
 * then given to the tests that ask for it: to the others it is as good as a sound one.
 */
class SaboteursTest {

    private static final Map<String, Set<String>> ASKED = new ConcurrentHashMap<>();

    private static final Path PORTS = Path.of("src/main/java/io/crmkit/core/port");
    private static final Pattern RULES = Pattern.compile("The rules it tests:\\s+\\* <ol>(.*?)</ol>", Pattern.DOTALL);
    private static final Pattern SHOWN = Pattern.compile("\\| `(\\w+)` \\|[^|]*\\| (\\d+) \\|");
    private static final Pattern LIST_ITEM = Pattern.compile("<li>");

    private static Breach current = Breach.NONE;
    private static Events sound = run(List.of());

    @BeforeAll
    static void runTheWholeKitOnSoundStores() {
        sound = run(List.of(selectClass(Sabotaged.class)));
    }

    private static Events run(List<? extends DiscoverySelector> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(tests.toArray(DiscoverySelector[]::new))
                .execute()
                .testEvents();
    }

    @Test
    void turnsNothingRedOnSoundStores() {
        assertTrue(
                sound.started().count() > 500, () -> "only " + sound.started().count() + " tests ran");
        assertEquals(Set.of(), red(sound));
    }

    @ParameterizedTest
    @EnumSource
    void turnsExactlyTheRuleItBreaksRed(Sabotage sabotage) {
        current = sabotage.breach();
        List<? extends DiscoverySelector> asking = ASKED.entrySet().stream()
                .filter(test -> test.getValue().contains(current.port()))
                .map(test -> DiscoverySelectors.selectUniqueId(test.getKey()))
                .toList();
        Events tests = run(asking);
        assertEquals(asking.size(), tests.started().count());
        assertEquals(Set.of(sabotage.rule()), red(tests));
    }

    @Test
    void everyRuleOfAPortHasATestAndASaboteurAndNoTestHasARuleOfItsOwn() throws IOException {
        Set<String> written = writtenRules();
        assertEquals(
                written,
                rules(sound.started()).stream().filter(written::contains).collect(sorted()));
        assertEquals(
                Set.of("Numbering"),
                rules(sound.started()).stream()
                        .filter(rule -> !written.contains(rule))
                        .collect(sorted()),
                "Numbering also tests what is no number of a rule's: bad input");
        assertEquals(written, Stream.of(Sabotage.values()).map(Sabotage::rule).collect(sorted()));
    }

    @Test
    void theReadmeSaysHowManyRulesEachPortHas() throws IOException {
        Map<String, Integer> written = new TreeMap<>();
        writtenRules().forEach(rule -> written.merge(rule.substring(0, rule.indexOf(' ')), 1, Integer::sum));
        Map<String, Integer> shown = new TreeMap<>();
        SHOWN.matcher(Files.readString(Path.of("README.md")))
                .results()
                .forEach(row -> shown.put(row.group(1), Integer.valueOf(row.group(2))));
        assertEquals(written, shown);
    }

    @Test
    void runsOneRuleAloneWhereOneIsNamed() {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .configurationParameter(StoresTck.RULE, "Transactions rule 1")
                .selectors(selectClass(InMemoryStoresTest.class))
                .execute()
                .testEvents();
        assertEquals(Set.of("Transactions rule 1"), rules(tests.started()));
        assertEquals(
                sound.started().count(),
                tests.started().count() + tests.skipped().count());
    }

    /* each port lists its rules in its Javadoc, and nothing else is listed by numbers */
    private static Set<String> writtenRules() throws IOException {
        Set<String> rules = new TreeSet<>();
        try (Stream<Path> ports = Files.list(PORTS)) {
            for (Path port : ports.toList()) {
                Matcher list = RULES.matcher(Files.readString(port));
                if (list.find()) {
                    long count = LIST_ITEM.matcher(list.group(1)).results().count();
                    String name = port.getFileName().toString().replace(".java", "");
                    LongStream.rangeClosed(1, count).forEach(number -> rules.add(name + " rule " + number));
                }
            }
        }
        return rules;
    }

    private static <T> Collector<T, ?, TreeSet<T>> sorted() {
        return Collectors.toCollection(TreeSet::new);
    }

    private static Set<String> rules(Events tests) {
        return tests.stream().map(SaboteursTest::rule).collect(sorted());
    }

    private static Set<String> red(Events tests) {
        return rules(tests.failed());
    }

    /* "Store rule 5: refuses ..." */
    private static String rule(Event test) {
        String name = test.getTestDescriptor().getDisplayName();
        return name.substring(0, name.indexOf(':'));
    }

    /** The kit on whatever is broken now; its name keeps Surefire from running it by itself. */
    @ExtendWith(WritesDownWhatWasAsked.class)
    static class Sabotaged extends StoresTck {

        private final InMemoryStores beneath = InMemoryStores.empty();
        private final Set<String> asked = ConcurrentHashMap.newKeySet();
        private final Stores broken = current.breaking(beneath);
        private final Transactions host = current.host(beneath, broken);
        private final Stores noticing = Ports.passing(Stores.class, (method, args) -> {
            asked.add(method.getName());
            return Ports.invoke(method, broken, args);
        });

        @Override
        protected Session open() {
            return new MemorySession(noticing, host);
        }
    }

    static final class WritesDownWhatWasAsked implements AfterEachCallback {

        @Override
        public void afterEach(ExtensionContext test) {
            test.getRequiredTestInstances()
                    .findInstance(Sabotaged.class)
                    .ifPresent(kit -> ASKED.putIfAbsent(test.getUniqueId(), kit.asked));
        }
    }
}
