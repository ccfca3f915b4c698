package io.crmkit.core.exchange;

import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.StageKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which column of an export holds what, and how its values are written.
 *
 * <p>Read from a {@code .properties} file in UTF-8; crm-core's README shows one. Headings are compared without regard to
 * case and blanks around them; several, separated by {@code |}, are alternatives, of which the first that a row has filled
 * is taken.
 */
public final class Mapping {

    private static final List<String> BUILT_IN =
            List.of("crmkit", "maven-analytics", "hubspot", "salesforce", "pipedrive");

    private final MappingFile file;

    Mapping(MappingFile file) {
        this.file = file;
    }

    /**
     * Reads a mapping that a user wrote.
     *
     * @param path the file
     * @return the mapping
     * @throws ImportException if it cannot be read, naming each key and line that is wrong
     */
    public static Mapping read(Path path) {
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            return new Mapping(MappingFile.parse(String.valueOf(path.getFileName()), reader));
        } catch (IOException e) {
            throw new ImportException("mapping file " + path + " cannot be read: " + CsvSource.reason(e), e);
        }
    }

    /**
     * Returns the mappings that come with the library: crmkit's own headings, Maven Analytics, HubSpot, Salesforce,
     * Pipedrive.
     *
     * @return the mappings, most specific first
     */
    public static List<Mapping> builtIn() {
        return BUILT_IN.stream().map(Mapping::resource).toList();
    }

    private static Mapping resource(String name) {
        try (InputStream stream = Mapping.class.getResourceAsStream(name + ".properties")) {
            if (stream == null) {
                throw new IllegalStateException("mapping " + name + " is missing from the jar");
            }
            return new Mapping(MappingFile.parse(name, new InputStreamReader(stream, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the mapping's name.
     *
     * @return the name it gives itself, or that of its file
     */
    public String name() {
        return file.text("name").orElse(file.source());
    }

    @Override
    public String toString() {
        return "mapping " + name();
    }

    List<String> headings(DataKind kind, String field) {
        return file.list(kind.prefix() + "." + field);
    }

    /** The headings of the columns that say when a stage was entered, by the stage's name. */
    Map<String, List<String>> stagesEntered() {
        return file.below("stage.entered.");
    }

    List<String> stages(StageKind kind) {
        return file.list("stage." + kind.name().toLowerCase(Locale.ROOT));
    }

    Optional<StageKind> kindOf(String stage) {
        return Stream.of(StageKind.values())
                .filter(kind -> stages(kind).stream().anyMatch(stage::equalsIgnoreCase))
                .findFirst();
    }

    Optional<Outcome> outcomeOf(String status) {
        return Stream.of(Outcome.values())
                .filter(outcome -> file.list("outcome." + outcome.name().toLowerCase(Locale.ROOT)).stream()
                        .anyMatch(status::equalsIgnoreCase))
                .findFirst();
    }

    Optional<ActivityState> stateOf(String state) {
        return Stream.of(ActivityState.values())
                .filter(known -> known.name().equalsIgnoreCase(state.replace(' ', '_'))
                        || file.list("state." + known.name().toLowerCase(Locale.ROOT)).stream()
                                .anyMatch(state::equalsIgnoreCase))
                .findFirst();
    }

    String pipeline() {
        return file.text("pipeline").orElse("Sales");
    }

    @Nullable
    Currency currency() {
        return file.text("currency").map(Currency::getInstance).orElse(null);
    }

    @Nullable
    Charset encoding() {
        return file.text("format.encoding").map(Charset::forName).orElse(null);
    }

    @Nullable
    Character separator() {
        return file.text("format.separator").map(MappingFile::separator).orElse(null);
    }

    boolean decimalComma() {
        return file.text("format.decimal").map("comma"::equals).orElse(false);
    }

    List<String> datePatterns() {
        return file.list("format.date");
    }
}
