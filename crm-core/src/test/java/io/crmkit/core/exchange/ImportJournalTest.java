package io.crmkit.core.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.journal.Chain;
import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.ChangeKind;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.journal.FieldChange;
import io.crmkit.core.port.Journal;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.Noun;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import writes down. */
class ImportJournalTest {

    @TempDir
    Path folder;

    private Imported imported;

    @BeforeEach
    void makeStores() {
        imported = new Imported(folder);
    }

    private List<Change> written() {
        Journal journal = imported.stores.journal();
        List<Change> all = new ArrayList<>();
        for (List<Change> next = journal.after(Imported.TENANT, Cursor.START); !next.isEmpty(); ) {
            all.addAll(next);
            next = journal.after(Imported.TENANT, Cursor.START.at(all.size()));
        }
        return all;
    }

    private List<Noun<?>> stored() {
        return Stream.of(
                        imported.all(Stores::companies),
                        imported.all(Stores::people),
                        imported.all(Stores::sellers),
                        imported.all(Stores::teams),
                        imported.all(Stores::products),
                        imported.all(Stores::pipelines),
                        imported.all(Stores::opportunities),
                        imported.all(Stores::activities))
                .<Noun<?>>flatMap(List::stream)
                .toList();
    }

    private void files() {
        imported.file(
                "companies.csv",
                "company,sector,location,parent",
                "Graz Pumps,Pumps,Graz,Alpine Group",
                "Alpine Group,Holding,Wien,");
        imported.file("sellers.csv", "seller,team,region", "Anna Rossi,North,Alps", "Bob Stone,North,");
        imported.file(
                "deals.csv",
                "reference,name,seller,company,contact,product,stage,amount,currency,opened,expected_close",
                "O-1,Pumps for Graz,Anna Rossi,Graz Pumps,Eva Huber,Pump,Lead,1200.50,EUR,2026-03-01,2026-05-01",
                "O-2,Valves,Bob Stone,New Company,Eva Huber,Valve,Won,,,2026-03-01,");
        imported.file(
                "activities.csv",
                "reference,type,seller,at,state,opportunity",
                "A-1,call,Anna Rossi,2026-03-02T10:00:00Z,,O-1",
                "A-2,meeting,Anna Rossi,2026-07-02T10:00:00Z,planned,O-1");
    }

    @Test
    void everyRecordIsWhatItsChangesMakeOfIt() {
        files();
        imported.read();
        Map<Object, Map<String, String>> replayed = new HashMap<>();
        for (Change change : written()) {
            Map<String, String> fields =
                    replayed.computeIfAbsent(change.subject().value(), none -> new HashMap<>());
            for (FieldChange field : change.fields()) {
                assertEquals(field.before(), fields.remove(field.field()), () -> change + " at " + field.field());
                String after = field.after();
                if (after != null) {
                    fields.put(field.field(), after);
                }
            }
        }
        assertEquals(12, stored().size());
        for (Noun<?> noun : stored()) {
            assertEquals(texts(noun), replayed.remove(noun.id().value()), noun::toString);
        }
        assertEquals(Map.of(), replayed);
        assertEquals(OptionalLong.empty(), Chain.verify(written()));
    }

    private static Map<String, String> texts(Noun<?> noun) {
        return Change.between(null, noun, Imported.ACTOR, Imported.NOW).orElseThrow().fields().stream()
                .collect(Collectors.toMap(FieldChange::field, field -> String.valueOf(field.after())));
    }

    @Test
    void anActivityThatWasHeldOccurredThenAndAllElseNow() {
        files();
        imported.read();
        Set<Instant> occurred = new HashSet<>();
        for (Change change : written()) {
            assertEquals(Imported.NOW, change.recordedAt());
            assertEquals(Imported.ACTOR, change.actor());
            occurred.add(change.occurredAt());
        }
        assertEquals(Set.of(Imported.NOW, Instant.parse("2026-03-02T10:00:00Z")), occurred);
    }

    @Test
    void aBranchThatIsJoinedToItsParentChangesOnce() {
        files();
        imported.read();
        List<Change> changed = written().stream()
                .filter(change -> change.kind() == ChangeKind.CHANGED)
                .toList();
        assertEquals(1, changed.size());
        assertEquals(
                List.of("parent"),
                changed.get(0).fields().stream().map(FieldChange::field).toList());
    }

    @Test
    void importingTheSameAgainWritesDownNothing() {
        files();
        imported.read();
        long before = imported.stores.journal().last(Imported.TENANT);
        assertEquals(4, imported.read().taken());
        assertEquals(before, imported.stores.journal().last(Imported.TENANT));
    }

    @Test
    void manyRowsAreWrittenDownInOneChain() {
        List<String> lines = new ArrayList<>(List.of("reference,stage"));
        IntStream.range(0, 2_500).forEach(i -> lines.add("O-" + i + ",Lead"));
        imported.file("deals.csv", lines.toArray(String[]::new));
        imported.read();
        assertEquals(2_501, written().size());
        assertEquals(OptionalLong.empty(), Chain.verify(written()));
    }
}
