package io.crmkit.jpa.bench;

import static io.crmkit.jpa.bench.PostgresqlPeers.nanos;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.port.ActivityCounting;
import io.crmkit.core.port.Facts;
import io.crmkit.core.service.AddCompanies;
import io.crmkit.core.service.AddCompany;
import io.crmkit.core.service.AddPeople;
import io.crmkit.core.service.AddPerson;
import io.crmkit.core.service.DefinePipeline;
import io.crmkit.core.service.OpenOpportunity;
import io.crmkit.core.team.Seller;
import io.crmkit.core.timeline.EntryKind;
import io.crmkit.core.timeline.Position;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.TimelinePage;
import io.crmkit.core.timeline.TimelineQuery;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A timeline, a portfolio, a small answer and a full cube, of what was imported. */
final class Reads {

    private static final int TURNS = 1_000;
    private static final int WARM_UP = 3_000;
    private static final int PAGE = 50;
    private static final int DEEP = 1_000;
    private static final int DEALS = 200;
    private static final int ROUNDS = 5;
    private static final Instant FIRST = Sample.MONTHS.period(0).from();
    private static final Instant END = Sample.MONTHS.period(23).until();

    private final PostgresqlPeers peers;
    private final Figures figures;

    Reads(PostgresqlPeers peers, Figures figures) {
        this.peers = peers;
        this.figures = figures;
    }

    void measure() throws SQLException {
        peers.inTransaction(() -> peers.stores
                .sellers()
                .saveAll(
                        peers.tenant,
                        IntStream.range(0, Sample.SELLERS)
                                .mapToObj(i -> new Seller(Sample.seller(i), Revision.NONE, "Seller " + i, null))
                                .toList()));
        peers.vacuum();
        timeline();
        portfolio();
        tallies();
        heap();
    }

    private TimelineQuery newest() {
        return TimelineQuery.newest(PAGE, List.of(Scope.of(Sample.BUSIEST))).only(EntryKind.ACTIVITY);
    }

    private TimelinePage page(@Nullable Position from) {
        TimelineQuery query = newest();
        return peers.stores.timeline().page(peers.tenant, from == null ? query : query.olderThan(from));
    }

    private void timeline() throws SQLException {
        int number = 1;
        Position deep = null;
        for (TimelinePage page = page(null); page.more() && number < DEEP; page = page(deep)) {
            deep = page.oldest().orElseThrow();
            number++;
        }
        long[][] library = new long[2][TURNS];
        long[][] jdbc = new long[2][TURNS];
        Position last = deep;
        for (int i = -WARM_UP; i < TURNS; i++) {
            int turn = Math.max(i, 0);
            library[0][turn] = nanos(() -> page(null));
            jdbc[0][turn] = nanos(() -> jdbcPage(null));
            library[1][turn] = nanos(() -> page(last));
            jdbc[1][turn] = nanos(() -> jdbcPage(last));
        }
        figures.add("page 1 of a timeline, 50 entries, p50", 0.5, library[0], jdbc[0], 2);
        figures.add("page 1 of a timeline, p99", 0.99, library[0], jdbc[0], 3);
        figures.add("page " + number + " of a timeline, p50", 0.5, library[1], jdbc[1], 2);
        figures.add("page " + number + " of a timeline, p99", 0.99, library[1], jdbc[1], 3);
        figures.add("page " + number + "; beside it page 1, both the library's", library[1], library[0]);
    }

    private void jdbcPage(@Nullable Position from) throws SQLException {
        String behind = from == null ? "" : " and (occurred_at, id) < (?, ?)";
        try (PreparedStatement statement =
                peers.connection.prepareStatement("select * from crm_activity where person_id = ? and tenant = ?"
                        + behind + " order by occurred_at desc, id desc limit " + (PAGE + 1))) {
            statement.setObject(1, Sample.BUSIEST.value());
            statement.setString(2, peers.tenant.value());
            if (from != null) {
                statement.setObject(3, from.at().atOffset(ZoneOffset.UTC));
                statement.setObject(4, from.key());
            }
            read(statement);
        }
    }

    /* every column, as an object */
    private static int read(PreparedStatement statement) throws SQLException {
        int values = 0;
        try (ResultSet found = statement.executeQuery()) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                for (int i = 1; i <= columns; i++) {
                    values += found.getObject(i) == null ? 0 : 1;
                }
            }
        }
        return values;
    }

    private void portfolio() throws SQLException {
        peers.inTransaction(() -> {
            Pipeline pipeline = peers.crm
                    .pipelines()
                    .define(new DefinePipeline(
                            "Sales",
                            List.of(
                                    new DefinePipeline.StageDefinition("Open", StageKind.OPEN),
                                    new DefinePipeline.StageDefinition("Won", StageKind.WON),
                                    new DefinePipeline.StageDefinition("Lost", StageKind.LOST))));
            List<Company> companies = peers.crm
                    .companies()
                    .add(new AddCompanies(IntStream.range(0, DEALS)
                            .mapToObj(i -> AddCompany.named("Company " + i))
                            .toList()));
            List<Person> people = peers.crm
                    .people()
                    .add(new AddPeople(IntStream.range(0, DEALS)
                            .mapToObj(i -> new AddPerson("Person " + i, null))
                            .toList()));
            for (int i = 0; i < 10 * DEALS; i++) {
                peers.crm
                        .opportunities()
                        .open(deal(
                                pipeline,
                                i,
                                companies.get(i % DEALS).id(),
                                people.get(i % DEALS).id()));
            }
            return pipeline;
        });
        peers.vacuum();
        long[] library = new long[TURNS / 2];
        long[] jdbc = new long[TURNS / 2];
        for (int i = -WARM_UP / 3; i < library.length; i++) {
            library[Math.max(i, 0)] =
                    nanos(() -> peers.crm.opportunities().portfolio(Sample.seller(3), PageRequest.first(DEALS)));
            jdbc[Math.max(i, 0)] = nanos(this::jdbcPortfolio);
        }
        figures.add("portfolio of one seller, 200 deals, p50", 0.5, library, jdbc, 1.5);
    }

    private static OpenOpportunity deal(Pipeline pipeline, int number, CompanyId company, PersonId person) {
        return new OpenOpportunity(
                "Deal " + number,
                pipeline.id(),
                new OpportunityParties(Sample.seller(number % 10), company, person),
                null,
                Money.of("1000.50", "EUR"),
                null);
    }

    private void jdbcPortfolio() throws SQLException {
        try (PreparedStatement statement = peers.connection.prepareStatement(
                "select o.id, o.revision, o.name, o.pipeline_id, o.stage_id, o.outcome, o.owner_id, o.company_id, c.name,"
                        + " o.contact_id, p.name, o.expected_close, o.amount, o.currency from crm_opportunity o"
                        + " left join crm_company c on c.id = o.company_id and c.tenant = o.tenant"
                        + " left join crm_person p on p.id = o.contact_id and p.tenant = o.tenant"
                        + " where o.tenant = ? and o.owner_id = ? and o.outcome = 'open' order by o.id limit "
                        + (DEALS + 1))) {
            statement.setString(1, peers.tenant.value());
            statement.setObject(2, Sample.seller(3).value());
            read(statement);
        }
    }

    private Facts facts() {
        return peers.stores.facts();
    }

    private void tallies() throws SQLException {
        long[] small = new long[ROUNDS];
        long[] smallByHand = new long[ROUNDS];
        long[] cube = new long[ROUNDS];
        long[] grouped = new long[ROUNDS];
        long[] streamed = new long[ROUNDS];
        for (int i = -ROUNDS; i < ROUNDS; i++) {
            int round = Math.max(i, 0);
            small[round] = nanos(() -> facts().activities(peers.tenant, Criterion.everything(), FIRST, END));
            smallByHand[round] = nanos(() -> group("seller_id, type_code"));
            cube[round] = nanos(
                    () -> peers.inTransaction(() -> peers.crm.insights().activityTable(Sample.TYPES, Sample.MONTHS)));
            grouped[round] = nanos(() -> group("seller_id, date_trunc('month', occurred_at), type_code"));
            streamed[round] = nanos(this::stream);
        }
        figures.add("small answer, 2,000 sellers by 4 types", 0.5, small, smallByHand, 1.2);
        boolean grouping = median(grouped) < median(streamed);
        figures.add(
                "full cube, by 24 months; by hand " + (grouping ? "grouped" : "streamed"),
                0.5,
                cube,
                grouping ? grouped : streamed,
                1.2);
        figures.add("full cube; by hand " + (grouping ? "streamed" : "grouped"), cube, grouping ? streamed : grouped);
    }

    private static long median(long[] nanos) {
        long[] sorted = nanos.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private void group(String keys) throws SQLException {
        try (PreparedStatement statement =
                peers.connection.prepareStatement("select " + keys + ", count(*) from crm_activity"
                        + " where tenant = ? and state = 'held' and occurred_at >= ? and occurred_at < ? group by "
                        + keys)) {
            statement.setString(1, peers.tenant.value());
            statement.setObject(2, FIRST.atOffset(ZoneOffset.UTC));
            statement.setObject(3, END.atOffset(ZoneOffset.UTC));
            read(statement);
        }
        peers.connection.commit();
    }

    /* by a cursor, into counts by numbers of sellers, as somebody who knows the data would */
    private void stream() throws SQLException {
        Map<UUID, int[]> cube = new HashMap<>();
        Map<String, Integer> types = new HashMap<>();
        try (Statement statement = peers.connection.createStatement()) {
            statement.setFetchSize(10_000);
            try (ResultSet found = statement.executeQuery(
                    "select seller_id, type_code, extract(epoch from occurred_at)::bigint from crm_activity"
                            + " where tenant = 'bench' and state = 'held'")) {
                while (found.next()) {
                    int type = types.computeIfAbsent(found.getString(2), none -> types.size());
                    int month = Sample.MONTHS.indexOf(found.getLong(3));
                    cube.computeIfAbsent(found.getObject(1, UUID.class), none -> new int[24 * 4])[month * 4 + type]++;
                }
            }
        }
        peers.connection.commit();
    }

    /* what is alive, found by collecting all else, again and again while blocks are read */
    private void heap() {
        long before = alive();
        long[] most = new long[2];
        facts().eachActivity(peers.tenant, Criterion.everything(), ActivityCounting.HELD, FIRST, END, block -> {
            if (most[1]++ % 25 == 0) {
                most[0] = Math.max(most[0], alive() - before);
            }
        });
        figures.heap("heap alive above the one before, while streaming " + most[1] + " blocks", most[0], 64 << 20);
    }

    private static long alive() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
