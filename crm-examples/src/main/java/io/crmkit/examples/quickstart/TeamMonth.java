package io.crmkit.examples.quickstart;

import io.crmkit.core.exchange.SafeCsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One month of a team of twenty sellers, made up but for its totals: 534 calls, 267 meetings, 67 quotes, 17 contracts.
 *
 * <p>The totals are those of the team table in "How to use a CRM to organize the activities of sellers". Who did what,
 * when, with whom and for how much is drawn from a seeded generator, so that every run writes the same files. All
 * sellers are equally able: whatever differs between them is chance.
 */
final class TeamMonth {

    static final int SELLERS = 20;
    static final int CALLS = 534;
    static final int MEETINGS = 267;
    static final int QUOTES = 67;
    static final int CONTRACTS = 17;
    static final int LOST = 21;
    static final int OPPORTUNITIES = 180;

    /** Planned or called off: recorded, but counted nowhere. */
    static final int NOT_HELD = 40;

    private static final String MAPPING = "crm-mapping.properties";
    private static final int COMPANIES = 90;
    private static final String[] FIRST = {
        "Anna", "Luca", "Marta", "Jonas", "Sofia", "Pavel", "Irene", "Tom", "Nadia", "Erik"
    };
    private static final String[] LAST = {"Rossi", "Keller"};
    private static final String[] PLACES = {"Turin", "Lyon", "Graz", "Porto", "Leeds", "Ghent", "Brno", "Malmo", "Cork"
    };
    private static final String[] TRADES = {
        "Foods", "Tools", "Textiles", "Glass", "Logistics", "Pumps", "Paper", "Optics", "Clinics", "Hotels"
    };
    private static final String[][] CATALOGUE = {
        {"Starter", "Core", "1200"}, {"Team", "Core", "4800"}, {"Business", "Core", "9600"}, {"Plant", "Pro", "24000"}
    };

    private final YearMonth month;
    private final ZoneId zone;
    private final RandomGenerator random;

    /**
     * Draws a month.
     *
     * @param month the month
     * @param zone the zone the sellers work in
     * @param seed the seed; the same seed draws the same month
     */
    TeamMonth(YearMonth month, ZoneId zone, long seed) {
        this.month = month;
        this.zone = zone;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /**
     * Writes the month as five CSV files and the mapping that tells their columns.
     *
     * @param folder where to; made if it does not exist
     * @throws IOException if a file cannot be written
     */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Deal> deals = deals();
        try (InputStream mapping = TeamMonth.class.getResourceAsStream(MAPPING)) {
            Files.copy(
                    Objects.requireNonNull(mapping, MAPPING),
                    folder.resolve(MAPPING),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        write(
                folder,
                "sellers.csv",
                "seller,team,region",
                IntStream.range(0, SELLERS).mapToObj(TeamMonth::seller));
        write(
                folder,
                "companies.csv",
                "company,sector,location",
                IntStream.range(0, COMPANIES).mapToObj(TeamMonth::company));
        write(
                folder,
                "products.csv",
                "product,series,list price,currency",
                Stream.of(CATALOGUE).map(TeamMonth::product));
        write(
                folder,
                "opportunities.csv",
                "reference,name,seller,company,product,stage,amount,currency,opened,quoted,expected close,closed",
                deals.stream().map(Deal::row));
        write(
                folder,
                "activities.csv",
                "reference,type,seller,company,opportunity,at,state",
                activities(deals).stream());
    }

    private static void write(Path folder, String file, String heading, Stream<List<String>> rows) throws IOException {
        try (SafeCsvWriter csv = SafeCsvWriter.to(folder.resolve(file))) {
            csv.row(List.of(heading.split(",")));
            rows.forEach(csv::row);
        }
    }

    private static List<String> seller(int i) {
        return List.of(sellerName(i), i < SELLERS / 2 ? "North" : "South", i < SELLERS / 2 ? "Alps" : "Coast");
    }

    private static String sellerName(int i) {
        return FIRST[i % FIRST.length] + " " + LAST[i / FIRST.length];
    }

    private static List<String> product(String[] product) {
        return List.of(product[0], product[1], product[2], "EUR");
    }

    private static List<String> company(int i) {
        return List.of(companyName(i), TRADES[i / PLACES.length], PLACES[i % PLACES.length]);
    }

    private static String companyName(int i) {
        return PLACES[i % PLACES.length] + " " + TRADES[i / PLACES.length];
    }

    private List<Deal> deals() {
        return IntStream.range(0, OPPORTUNITIES).mapToObj(this::deal).toList();
    }

    private Deal deal(int i) {
        LocalDate opened = month.atDay(1).minusDays(random.nextInt(5, 60));
        String[] product = CATALOGUE[random.nextInt(CATALOGUE.length)];
        boolean decided = i < CONTRACTS + LOST;
        return new Deal(
                "O-%04d".formatted(i + 1),
                random.nextInt(SELLERS),
                random.nextInt(COMPANIES),
                product[0],
                stage(i),
                amount(Long.parseLong(product[2])),
                opened,
                i < QUOTES ? month.atDay(1) : null,
                decided ? null : month.plusMonths(random.nextInt(1, 5)).atDay(random.nextInt(1, 29)),
                decided ? workday() : null);
    }

    private static String stage(int i) {
        if (i < CONTRACTS) {
            return "Won";
        }
        if (i < CONTRACTS + LOST) {
            return "Lost";
        }
        if (i < QUOTES) {
            return "Quoted";
        }
        return i < (QUOTES + OPPORTUNITIES) / 2 ? "Met" : "Contacted";
    }

    private long amount(long listPrice) {
        return Math.round(listPrice * Math.exp(0.35 * random.nextGaussian()) / 10) * 10;
    }

    private List<List<String>> activities(List<Deal> deals) {
        List<List<String>> rows = new ArrayList<>();
        IntStream.range(0, CONTRACTS).forEach(i -> add(rows, "contract", deals.get(i), "held"));
        IntStream.range(0, QUOTES).forEach(i -> add(rows, "quote", deals.get(i), "held"));
        repeat(MEETINGS, () -> add(rows, "meeting", anyOf(deals), "held"));
        repeat(CALLS, () -> add(rows, "call", anyOf(deals), "held"));
        repeat(NOT_HELD, () -> add(rows, "call", anyOf(deals), random.nextBoolean() ? "planned" : "cancelled"));
        return rows;
    }

    private void add(List<List<String>> rows, String type, Deal deal, String state) {
        LocalDate day = type.equals("contract") && deal.closed() != null ? deal.closed() : workday();
        LocalTime time = LocalTime.of(random.nextInt(8, 18), 5 * random.nextInt(12));
        rows.add(List.of(
                "A-%05d".formatted(rows.size() + 1),
                type,
                sellerName(deal.seller()),
                companyName(deal.company()),
                deal.reference(),
                day.atTime(time).atZone(zone).toOffsetDateTime().toString(),
                state));
    }

    private Deal anyOf(List<Deal> deals) {
        return deals.get(random.nextInt(deals.size()));
    }

    private LocalDate workday() {
        LocalDate day = month.atDay(random.nextInt(1, month.lengthOfMonth() + 1));
        return day.getDayOfWeek().getValue() <= 5 ? day : workday();
    }

    private static void repeat(int times, Runnable work) {
        for (int i = 0; i < times; i++) {
            work.run();
        }
    }

    private record Deal(
            String reference,
            int seller,
            int company,
            String product,
            String stage,
            long amount,
            LocalDate opened,
            @Nullable LocalDate quoted,
            @Nullable LocalDate expectedClose,
            @Nullable LocalDate closed) {

        List<String> row() {
            return List.of(
                    reference,
                    product + " for " + companyName(company),
                    sellerName(seller),
                    companyName(company),
                    product,
                    stage,
                    String.valueOf(amount),
                    "EUR",
                    opened.toString(),
                    text(quoted),
                    text(expectedClose),
                    text(closed));
        }

        private static String text(@Nullable LocalDate day) {
            return day == null ? "" : day.toString();
        }
    }
}
