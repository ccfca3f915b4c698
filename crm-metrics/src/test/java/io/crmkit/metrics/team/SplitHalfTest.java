package io.crmkit.metrics.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How well the rates of a team's earlier half foretell those of the later one. */
class SplitHalfTest {

    /** Fewer trials on either side say nothing of a forecast. */
    private static final long ENOUGH = 5;

    private record Halves(List<SellerCount> before, List<SellerCount> after) {

        static Halves of(String set) throws IOException {
            Halves halves = new Halves(new ArrayList<>(), new ArrayList<>());
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(SplitHalfTest.class.getResourceAsStream("halves.csv")),
                    StandardCharsets.UTF_8))) {
                lines.lines().filter(line -> line.startsWith(set)).forEach(halves::add);
            }
            return halves;
        }

        private void add(String line) {
            String[] cells = line.split(",", -1);
            if (Long.parseLong(cells[2]) >= ENOUGH && Long.parseLong(cells[4]) >= ENOUGH) {
                String name = "seller " + before.size();
                before.add(TeamFixture.seller(name, Long.parseLong(cells[1]), Long.parseLong(cells[2])));
                after.add(TeamFixture.seller(name, Long.parseLong(cells[3]), Long.parseLong(cells[4])));
            }
        }

        double shrunkenError() {
            EmpiricalBayes fit = EmpiricalBayes.fit(before);
            return error(before.stream()
                    .mapToDouble(seller -> fit.shrink(seller).rate())
                    .toArray());
        }

        double rawError() {
            return error(before.stream()
                    .mapToDouble(seller -> seller.proportion().rate().orElseThrow())
                    .toArray());
        }

        private double error(double[] forecasts) {
            double sum = 0;
            double trials = 0;
            for (int i = 0; i < forecasts.length; i++) {
                double miss = forecasts[i] - after.get(i).proportion().rate().orElseThrow();
                sum += after.get(i).proportion().trials() * miss * miss;
                trials += after.get(i).proportion().trials();
            }
            return sum / trials;
        }
    }

    @ParameterizedTest
    @CsvSource({"bpi2012, 34", "maven, 30"})
    void shrunkenRatesForetellBetterThanRawOnes(String set, int sellers) throws IOException {
        Halves halves = Halves.of(set);

        assertEquals(sellers, halves.before().size());
        assertTrue(
                halves.shrunkenError() <= halves.rawError(),
                () -> "shrunken " + halves.shrunkenError() + ", raw " + halves.rawError());
    }

    @Test
    void foretellTheAgentsOfBpi2012() throws IOException {
        double error = Halves.of("bpi2012").shrunkenError();

        assertTrue(error <= 0.0095, () -> "weighted mean squared error: " + error);
    }
}
