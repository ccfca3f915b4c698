package io.crmkit.core.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.exchange.Finding.Code;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.port.Facts.OpportunityCount;
import io.crmkit.core.port.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of other CRMs are known by their headings. */
class VendorHeadingsTest {

    @TempDir
    Path folder;

    private Imported imported;

    @BeforeEach
    void makeStores() {
        imported = new Imported(folder);
    }

    private String told(Opportunity opportunity) {
        Pipeline pipeline = imported.all(Stores::pipelines).get(0);
        StageId reached = opportunity.standing().reached();
        return opportunity.label().reference() + " " + opportunity.standing().outcome() + " reached "
                + pipeline.stage(reached).orElseThrow().name() + " " + opportunity.amount() + " expected "
                + opportunity.dates().expectedClose() + " closed "
                + opportunity.dates().closedOn();
    }

    private List<String> told() {
        return imported.opportunities().stream().map(this::told).sorted().toList();
    }

    @Test
    void hubSpot() {
        imported.file(
                "hubspot-crm-exports-all-deals.csv",
                "Record ID,Deal Name,Pipeline,Deal Stage,Amount,Close Date,Create Date,Deal owner,Associated Company,"
                        + "\"Date entered \"\"Contract Sent (Sales Pipeline)\"\"\"",
                "101,Pumps,Sales Pipeline,Closed Won,1200,2026-03-10 14:05,2026-02-01 09:00,Anna Rossi,Graz Pumps,",
                "102,Valves,Sales Pipeline,Closed Lost,300,2026-03-11 14:05,2026-02-01 09:00,Anna Rossi,Graz Pumps,2026-03-01 08:00",
                "103,Pipes,Sales Pipeline,Qualified To Buy,,2026-06-30 00:00,2026-02-01 09:00,,,",
                "104,Taps,Sales Pipeline,Contract Sent,7,2026-06-30 00:00,2026-02-01 09:00,,,");
        ImportReport report = imported.read();
        assertEquals("HubSpot", report.files().get(0).mapping());
        assertEquals(
                List.of(
                        "101 WON reached Contract Sent 1200.00 USD expected null closed 2026-03-10",
                        "102 LOST reached Contract Sent 300.00 USD expected null closed 2026-03-11",
                        "103 OPEN reached Qualified To Buy null expected 2026-06-30 closed null",
                        "104 OPEN reached Contract Sent 7.00 USD expected 2026-06-30 closed null"),
                told());
    }

    @Test
    void salesforce() {
        imported.file(
                "report1700000000000.csv",
                "\"Opportunity ID\",\"Opportunity Name\",\"Stage\",\"Amount\",\"Opportunity Currency\",\"Close Date\",\"Created Date\",\"Opportunity Owner\",\"Account Name\"",
                "006A,Pumps,Closed Won,\"1,200.00\",EUR,3/10/2026,2/1/2026,Anna Rossi,Graz Pumps",
                "006B,Valves,Negotiation/Review,300.00,EUR,12/31/2026,2/1/2026,Anna Rossi,Graz Pumps");
        ImportReport report = imported.read();
        assertEquals("Salesforce", report.files().get(0).mapping());
        assertEquals(
                List.of(
                        "006A WON reached Negotiation/Review 1200.00 EUR expected null closed 2026-03-10",
                        "006B OPEN reached Negotiation/Review 300.00 EUR expected 2026-12-31 closed null"),
                told());
    }

    @Test
    void pipedriveWhoseDealsKeepTheirStageWhenTheyEnd() {
        imported.file(
                "deals-1.csv",
                "Deal - ID,Deal - Title,Deal - Stage,Deal - Status,Deal - Value,Deal - Currency,Deal - Owner,Deal - Organization,Deal - Deal created,Deal - Expected close date,Deal - Won time,Deal - Lost time",
                "1,Pumps,Proposal Made,Won,1200,EUR,Anna,Graz,2026-02-01 09:00:00,,2026-03-10 10:00:00,",
                "2,Valves,Demo Scheduled,Lost,300,EUR,Anna,Graz,2026-02-01 09:00:00,,,2026-03-11 10:00:00",
                "3,Pipes,Qualified,Open,,EUR,Anna,Graz,2026-02-01 09:00:00,2026-06-30,,");
        imported.file(
                "activities-1.csv",
                "Activity - ID,Activity - Type,Activity - Done,Activity - Due date,Activity - Due time,Activity - Assigned to user,Activity - Subject",
                "11,Call,Done,2026-03-01,14:30,Anna,Ring",
                "12,Meeting,To do,2026-03-02,,Anna,See");
        ImportReport report = imported.read();
        assertEquals("Pipedrive", report.files().get(0).mapping());
        assertEquals(
                List.of(
                        "1 WON reached Proposal Made 1200.00 EUR expected null closed 2026-03-10",
                        "2 LOST reached Demo Scheduled 300.00 EUR expected null closed 2026-03-11",
                        "3 OPEN reached Qualified null expected 2026-06-30 closed null"),
                told());
        assertEquals(
                List.of("2026-03-01T14:30:00Z HELD", "2026-03-02T00:00:00Z PLANNED"),
                imported.all(Stores::activities).stream()
                        .map(a -> a.at() + " " + a.state())
                        .sorted()
                        .toList());
    }

    /** The counts of the set's own documentation. */
    @Test
    void mavenAnalyticsToTheLastRow() {
        Path set = Path.of(System.getProperty("crmkit.shared"), "data", "maven_crm");
        assumeTrue(Files.isDirectory(set), () -> "data set " + set + " is absent: nothing to read");
        ImportReport report =
                Imported.importing(imported.stores).readFolder(set, ImportOptions.defaults(), ImportProgress.silent());
        assertEquals(List.of(8_800L + 85 + 7 + 35, 0L), List.of(report.taken(), report.refused()));
        Pipeline pipeline = imported.all(Stores::pipelines).get(0);
        List<OpportunityCount> counts = imported.stores.facts().opportunities(Imported.TENANT, Criterion.everything());
        assertEquals(4_238, sum(counts, Outcome.WON, pipeline, "Engaging"));
        assertEquals(2_473, sum(counts, Outcome.LOST, pipeline, "Engaging"));
        assertEquals(1_589, sum(counts, Outcome.OPEN, pipeline, "Engaging"));
        assertEquals(500, sum(counts, Outcome.OPEN, pipeline, "Prospecting"));
        assertEquals(30, counts.stream().map(OpportunityCount::owner).distinct().count());
        assertEquals(85, imported.stores.companies().count(Imported.TENANT));
        Finding product = report.findings().stream()
                .filter(finding -> finding.code() == Code.UNKNOWN_PRODUCT)
                .findFirst()
                .orElseThrow();
        assertEquals(1_480, product.rows());
        assertEquals("GTXPro", product.value());
        assertEquals("GTX Pro", product.suggestion());
    }

    private static long sum(List<OpportunityCount> counts, Outcome outcome, Pipeline pipeline, String reached) {
        StageId stage = pipeline.stageNamed(reached).orElseThrow().id();
        return counts.stream()
                .filter(count -> count.outcome() == outcome && count.reached().equals(stage))
                .mapToLong(OpportunityCount::count)
                .sum();
    }
}
