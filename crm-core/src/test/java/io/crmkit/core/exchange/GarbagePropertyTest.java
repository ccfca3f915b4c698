package io.crmkit.core.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.memory.InMemoryStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a file holds, rows add up, and nothing but an import's own exception comes out. */
class GarbagePropertyTest {

    @Provide
    Arbitrary<List<String>> rows() {
        Arbitrary<String> cell = Arbitraries.of(
                "",
                "1",
                "2",
                "Lead",
                "Won",
                "Lost",
                "x",
                "1.5",
                "1,5",
                "\"",
                "\"a",
                "2026-01-01",
                "2026-02-30",
                "=1",
                "\u0000",
                "é",
                ";",
                "\uD800");
        return cell.list()
                .ofMinSize(0)
                .ofMaxSize(7)
                .map(cells -> String.join(",", cells))
                .list()
                .ofMaxSize(20);
    }

    @Property(tries = 300)
    void rowsAddUpWhateverTheyHold(@ForAll("rows") List<String> rows) throws IOException {
        imported(("reference,stage,amount,opened,closed\n" + String.join("\n", rows))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Property(tries = 300)
    void bytesOfAnyKindDoNoHarm(@ForAll byte[] bytes) throws IOException {
        imported(bytes);
    }

    private static void imported(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("crmkit", ".csv");
        try {
            Files.write(file, bytes);
            InMemoryStores stores = InMemoryStores.empty();
            ImportReport report = Imported.importing(stores)
                    .readFiles(List.of(file), ImportOptions.defaults(), ImportProgress.silent());
            assertEquals(report.read(), report.taken() + report.refused());
            assertEquals(report.taken(), stores.opportunities().count(Imported.TENANT));
        } catch (ImportException refused) {
            assertEquals(false, String.valueOf(refused.getMessage()).isBlank());
        } finally {
            Files.delete(file);
        }
    }
}
