package io.crmkit.metrics.series;

import io.crmkit.metrics.backtest.ReferenceJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A monthly series of the M3 competition: what was given, and the 18 months to forecast. */
record M3(TimeSeries train, double[] test) {

    /** Reads the 1,428 series, or skips the test where they are absent. */
    static List<M3> all() throws IOException {
        Path file = ReferenceJson.shared("data/m3/m3_monthly_long.csv.gz");
        Map<String, List<Double>> train = new LinkedHashMap<>();
        Map<String, List<Double>> test = new LinkedHashMap<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells -> (cells[4].equals("train") ? train : test)
                            .computeIfAbsent(cells[0], name -> new ArrayList<>())
                            .add(Double.parseDouble(cells[6])));
        }
        List<M3> all = new ArrayList<>();
        train.forEach((name, values) ->
                all.add(new M3(TimeSeries.of(12, array(values)), array(test.getOrDefault(name, List.of())))));
        return all;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
