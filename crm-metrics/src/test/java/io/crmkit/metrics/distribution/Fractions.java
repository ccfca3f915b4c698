package io.crmkit.metrics.distribution;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/* Sets of fractions in the reference's JSON: {"name": [...], ...}, where "1/2" is one half. */
final class Fractions {

    private static final Pattern SET =
            Pattern.compile("\"(\\w+)\"\\s*:\\s*(\\[.*?\\])\\s*(?=[,}]\\s*(?:\"\\w+\"\\s*:|$))", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:/\\d+)?");

    private Fractions() {}

    static Map<String, double[]> rates(String file) throws IOException {
        String shared = System.getProperty("crmkit.shared");
        assumeTrue(shared != null, "system property crmkit.shared is not set, so " + file + " was not checked");
        Path path = Path.of(String.valueOf(shared), "reference", file);
        assumeTrue(Files.exists(path), path + " is absent, so it was not checked");
        Map<String, double[]> sets = new LinkedHashMap<>();
        Matcher set = SET.matcher(Files.readString(path).strip());
        while (set.find()) {
            sets.put(set.group(1), numbers(set.group(2)));
        }
        return sets;
    }

    private static double[] numbers(String list) {
        List<Double> numbers = new ArrayList<>();
        Matcher number = NUMBER.matcher(list);
        while (number.find()) {
            numbers.add(fraction(number.group()));
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static double fraction(String text) {
        String[] parts = text.split("/", -1);
        double top = Double.parseDouble(parts[0]);
        return parts.length == 1 ? top : top / Double.parseDouble(parts[1]);
    }
}
