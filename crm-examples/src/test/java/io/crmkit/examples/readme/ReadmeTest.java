package io.crmkit.examples.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The README's code is the code that runs here. */
class ReadmeTest {

    private static final Path ROOT = Path.of(System.getProperty("crmkit.root"));

    @ParameterizedTest
    @CsvSource({
        "analyst,AnalystReadmeTest,README.md",
        "host,HostReadmeTest,README.md",
        "integrator,IntegratorReadmeTest,README.md",
        "sale,SaleReadmeTest,crm-core/README.md",
        "own-stores,MyStores,crm-core/README.md",
        "own-test,MyStoresTest,crm-core/README.md",
        "jpa,JpaReadmeTest,crm-jpa-adapter/README.md",
        "jpa-session,JpaReadmeTest,crm-jpa-adapter/README.md",
        "cards,CardsReadmeTest,crm-examples/README.md",
        "documents,../document/SaleScenarioTest,crm-examples/README.md",
        "calendar,CalendarReadmeTest,crm-examples/README.md"
    })
    void showsTheCodeOfATest(String region, String test, String readme) throws IOException {
        assertEquals(shownFor(region, readme), regionOf(test, region));
    }

    @Test
    void showsThePersistenceUnitOfATest() throws IOException {
        assertEquals(
                normalised(Files.readString(ROOT.resolve("crm-examples/src/test/resources/META-INF/persistence.xml"))),
                shownFor("unit", "crm-jpa-adapter/README.md"));
    }

    private static List<String> shownFor(String region, String readme) throws IOException {
        Matcher block = Pattern.compile("<!-- " + region + " -->\\s*```\\w+\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve(readme)));
        assertEquals(true, block.find(), readme + " shows no code for the " + region);
        return normalised(block.group(1));
    }

    private static List<String> regionOf(String test, String region) throws IOException {
        Path file = ROOT.resolve("crm-examples/src/test/java/io/crmkit/examples/readme/" + test + ".java");
        String text = Files.readString(file);
        int from = text.indexOf("// readme: " + region + "\n");
        return normalised(text.substring(text.indexOf('\n', from), text.indexOf("// end", from)));
    }

    private static List<String> normalised(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.toList());
    }
}
