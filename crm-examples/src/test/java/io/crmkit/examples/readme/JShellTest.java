package io.crmkit.examples.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What crm-metrics' README offers to paste into jshell prints there what the README says. */
class JShellTest {

    private static final Pattern EXAMPLE =
            Pattern.compile("```java\\n(?<code>.*?)```\\s*```text\\n(?<shown>.*?)```", Pattern.DOTALL);

    record Example(String code, String shown) {
        @Override
        public String toString() {
            return code.lines()
                    .filter(line -> !line.startsWith("import"))
                    .findFirst()
                    .orElse("");
        }
    }

    static Stream<Example> examples() throws IOException {
        String readme = Files.readString(Path.of(System.getProperty("crmkit.root"), "crm-metrics", "README.md"));
        List<Example> examples = new ArrayList<>();
        for (MatchResult found : EXAMPLE.matcher(readme).results().toList()) {
            examples.add(new Example(found.group(1), found.group(2)));
        }
        return examples.stream();
    }

    @Test
    void findsTheExamples() throws IOException {
        assertTrue(examples().count() >= 2);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void printsWhatTheReadmeShows(Example example) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        try (JShell shell = JShell.builder().out(out).err(out).build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            // the tool starts with these imports
            run(shell, "import java.util.*; import java.util.stream.*;\n" + example.code());
        }
        assertEquals(
                example.shown().strip(),
                printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n").strip());
    }

    private static void run(JShell shell, String code) {
        String rest = code;
        while (!rest.isBlank()) {
            SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            assertTrue(next.completeness().isComplete(), rest);
            for (SnippetEvent event : shell.eval(next.source())) {
                List<String> problems = shell.diagnostics(event.snippet())
                        .map(problem -> problem.getMessage(null))
                        .toList();
                assertEquals(List.of(), problems, next.source());
                assertFalse(event.exception() != null, () -> event.exception() + " in " + event.snippet());
            }
            rest = next.remaining();
        }
    }
}
