package io.crmkit.core.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.exchange.Finding.Code;
import io.crmkit.core.party.Company;
import io.crmkit.core.pipeline.Gate;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.Requirement;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.port.Stores;
import io.crmkit.core.service.DefinePipeline;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.Team;
import io.crmkit.core.value.Money;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the rows of good files. */
class CsvImportTest {

    private static final String HEADINGS = "reference,name,seller,company,stage,amount,currency,opened,closed";

    @TempDir
    Path folder;

    private Imported imported;

    @BeforeEach
    void makeStores() {
        imported = new Imported(folder);
    }

    private List<Finding> findings(ImportReport report, Code code) {
        return report.findings().stream().filter(f -> f.code() == code).toList();
    }

    private Stage stage(String name) {
        return imported.all(Stores::pipelines).get(0).stageNamed(name).orElseThrow();
    }

    @Test
    void takesEveryFieldOfAnOpportunity() {
        imported.file(
                "deals.csv",
                "reference,name,seller,company,contact,product,stage,amount,currency,opened,expected_close",
                "O-1,Pumps for Graz,Anna Rossi,Graz Pumps,Eva Huber,Pump,Lead,\"1,200.50\",EUR,2026-03-01,2026-05-01");
        ImportReport report = imported.read();
        Opportunity opportunity = imported.only();
        assertEquals("Pumps for Graz", opportunity.label().name());
        assertEquals("O-1", opportunity.label().reference());
        assertEquals("Pump", opportunity.label().product());
        assertEquals(Money.of("1200.50", "EUR"), opportunity.amount());
        assertEquals(LocalDate.of(2026, 3, 1), opportunity.dates().openedOn());
        assertEquals(LocalDate.of(2026, 5, 1), opportunity.dates().expectedClose());
        assertEquals(
                imported.all(Stores::sellers).get(0).id(), opportunity.parties().owner());
        assertEquals(
                imported.all(Stores::companies).get(0).id(),
                opportunity.parties().company());
        assertEquals(
                imported.all(Stores::people).get(0).id(), opportunity.parties().contact());
        assertEquals(List.of(1L, 1L, 0L), List.of(report.read(), report.taken(), report.refused()));
        assertEquals("crmkit", report.files().get(0).mapping());
    }

    @Test
    void storesManyRowsInBatchesAndTellsHowFarItIs() {
        List<String> lines = new ArrayList<>(List.of("reference,stage"));
        IntStream.range(0, 20_500).forEach(i -> lines.add("O-" + i + ",Lead"));
        imported.file("deals.csv", lines.toArray(String[]::new));
        List<String> told = new ArrayList<>();
        Imported.importing(imported.stores)
                .readFolder(folder, ImportOptions.defaults(), (file, rows) -> told.add(file + " " + rows));
        assertEquals(20_500, imported.stores.opportunities().count(Imported.TENANT));
        assertEquals(List.of("deals.csv 10000", "deals.csv 20000", "deals.csv 20500"), told);
    }

    @Test
    void countsFromWhatIsKnownOfTheStagesReached() {
        imported.file(
                "crm-mapping.properties",
                "opportunity.reference = id",
                "opportunity.stage = stage",
                "stage.open = Lead | Offer",
                "stage.won = Won",
                "stage.lost = Lost",
                "stage.entered.Offer = offered");
        imported.file("deals.csv", "id,stage,offered", "1,Lead,", "2,Offer,", "3,Won,", "4,Lost,", "5,Lost,2026-01-01");
        imported.read();
        List<String> reached = imported.opportunities().stream()
                .map(o -> o.label().reference() + " "
                        + imported.all(Stores::pipelines)
                                .get(0)
                                .stage(o.standing().reached())
                                .orElseThrow()
                                .name())
                .sorted()
                .toList();
        assertEquals(List.of("1 Lead", "2 Offer", "3 Offer", "4 Lead", "5 Offer"), reached);
    }

    @Test
    void ordersStagesAsTheMappingListsThemAndTakesWordsOfOthersAsHints() {
        imported.file(
                "deals.csv",
                "reference,stage",
                "1,Done and won",
                "2,Second look",
                "3,Lost to rival",
                "4,First look",
                "5,On hold");
        ImportReport report = imported.read();
        Pipeline pipeline = imported.all(Stores::pipelines).get(0);
        assertEquals("Sales", pipeline.name());
        assertEquals(
                List.of("Second look", "First look", "On hold", "Done and won", "Lost to rival"),
                pipeline.stages().stream().map(Stage::name).toList());
        assertEquals(StageKind.ON_HOLD, stage("On hold").kind());
        assertEquals(5, findings(report, Code.UNKNOWN_STAGE).size());
        assertEquals(
                "1 row stand in the stage 'Second look', which the mapping does not list; its meaning and its place were "
                        + "guessed: name it in stage.open, stage.won or stage.lost",
                findings(report, Code.UNKNOWN_STAGE).stream()
                        .filter(f -> f.value().equals("Second look"))
                        .findFirst()
                        .orElseThrow()
                        .message());
    }

    @Test
    void keepsAPipelinePerNameAndWidensOneThatIsStored() {
        imported.file("deals.csv", "reference,pipeline,stage", "1,New,Lead", "2,Renewal,Reminder", "3,,Lead");
        imported.read();
        imported.file("deals.csv", "reference,pipeline,stage", "4,New,Offer");
        imported.read();
        assertEquals(
                List.of("New [Lead, Offer]", "Renewal [Reminder]", "Sales [Lead]"),
                imported.all(Stores::pipelines).stream()
                        .map(p -> p.name() + " "
                                + p.stages().stream().map(Stage::name).toList())
                        .sorted()
                        .toList());
    }

    @Test
    void whatAFileAddsToAPipelineIsANewVersionAndOldOpportunitiesAreJudgedByTheirOwn() {
        imported.file("deals.csv", "reference,stage", "1,Lead");
        imported.read();
        imported.file("deals.csv", "reference,stage", "2,Lead", "3,Offer");
        imported.read();
        Pipeline pipeline = imported.all(Stores::pipelines).get(0);
        assertEquals(2, pipeline.version());
        assertEquals(
                List.of("Lead"),
                pipeline.definition(1).stages().stream().map(Stage::name).toList());
        assertEquals(
                List.of("1 1", "2 2", "3 2"),
                imported.opportunities().stream()
                        .map(o -> o.label().reference() + " " + o.standing().version())
                        .sorted()
                        .toList());
        imported.file("deals.csv", "reference,stage", "4,Offer");
        imported.read();
        assertEquals(2, imported.all(Stores::pipelines).get(0).version());
    }

    @Test
    void theGatesOfAPipelineAreAskedOfEachRowAndWhatTheyKeepOutIsNamed() {
        Crm.builder()
                .stores(imported.stores)
                .build()
                .as(Imported.ACTOR)
                .pipelines()
                .define(new DefinePipeline(
                        "Sales",
                        List.of(
                                new StageDefinition("Lead", StageKind.OPEN),
                                new StageDefinition("Offer", StageKind.OPEN)
                                        .behind(Gate.requiring(Requirement.AMOUNT, Requirement.EXPECTED_CLOSE)))));
        imported.file(
                "deals.csv",
                "reference,name,stage,amount,currency,expected_close",
                "1,Pumps,Lead,,,",
                "2,Fans,Offer,,,",
                "3,Belts,Offer,100,EUR,2026-06-01");
        ImportReport report = imported.read();
        assertEquals(List.of(3L, 2L, 1L), List.of(report.read(), report.taken(), report.refused()));
        assertEquals(
                List.of("deals.csv line 3, stage 'Offer': opportunity 'Fans' cannot enter stage 'Offer': "
                        + "amount must be given; dates.expectedClose must be given"),
                report.files().stream()
                        .flatMap(file -> file.problems().stream())
                        .map(RowProblem::toString)
                        .toList());
        assertEquals(
                List.of("1", "3"),
                imported.opportunities().stream()
                        .map(o -> o.label().reference())
                        .sorted()
                        .toList());
    }

    @Test
    void anImportedOpportunityIsItsSellersTeams() {
        imported.file("b.csv", "seller,team", "Anna,North");
        imported.file("deals.csv", "reference,seller,stage", "1,Anna,Lead", "2,Zoe,Lead");
        imported.read();
        assertEquals(
                List.of(Optional.of(imported.all(Stores::teams).get(0).id()), Optional.empty()),
                imported.opportunities().stream()
                        .sorted(Comparator.comparing(
                                o -> String.valueOf(o.label().reference())))
                        .map(o -> Optional.ofNullable(o.parties().team()))
                        .toList());
    }

    @Test
    void readsListsOfSellersCompaniesAndProductsAndReportsWhoIsNotOnThem() {
        imported.file("a.csv", "product,series,list_price", "GTX Pro,GTX,4821", "MG,M,55");
        imported.file("b.csv", "seller,team,region", "Anna,North,Alps", "Zoe,North,Alps");
        imported.file("c.csv", "company,sector,location,parent", "Branch,Pumps,Graz,Mother", "Mother,Pumps,Wien,");
        imported.file(
                "deals.csv",
                "reference,seller,company,product,stage",
                "1,Anna,Branch,GTXPro,Won",
                "2,Ana,Branch,GTXPro,Won",
                "3,Zoe,Other,MG,Won");
        ImportReport report = imported.read();
        Finding product = findings(report, Code.UNKNOWN_PRODUCT).get(0);
        assertEquals(
                "2 rows name the product 'GTXPro', which the catalogue does not have; did they mean 'GTX Pro'?",
                product.message());
        assertEquals(2, product.rows());
        assertEquals("GTX Pro", product.suggestion());
        assertNull(findings(report, Code.UNKNOWN_SELLER).get(0).suggestion());
        assertEquals("Other", findings(report, Code.UNKNOWN_COMPANY).get(0).value());
        assertEquals(3, imported.all(Stores::sellers).size());
        Team north = imported.all(Stores::teams).get(0);
        assertEquals("Alps", north.region());
        Seller anna = imported.all(Stores::sellers).stream()
                .filter(s -> s.name().equals("Anna"))
                .findFirst()
                .orElseThrow();
        assertEquals(north.id(), anna.team());
        List<Company> companies = imported.all(Stores::companies);
        Company branch = companies.stream()
                .filter(c -> c.name().equals("Branch"))
                .findFirst()
                .orElseThrow();
        Company mother = companies.stream()
                .filter(c -> c.name().equals("Mother"))
                .findFirst()
                .orElseThrow();
        assertEquals(mother.id(), branch.parent());
        assertEquals(3, companies.size());
    }

    @Test
    void readsActivitiesWithTheirStatesAndTimes() {
        imported.file("deals.csv", "reference,stage", "O-1,Lead");
        imported.file(
                "activities.csv",
                "reference,type,seller,opportunity,at,state",
                "A-1,Phone Call,Anna,O-1,2026-03-29T10:00:00+02:00,held",
                "A-2,call,Anna,O-9,2026-03-29 10:00,",
                "A-3,call,Anna,,2026-03-29,NOT HELD");
        ImportReport report = imported.read(ImportOptions.defaults().withZone(ZoneId.of("Europe/Rome")));
        var activities = imported.all(Stores::activities);
        assertEquals(
                List.of(
                        "A-1 phone-call 2026-03-29T08:00:00Z HELD",
                        "A-2 call 2026-03-29T08:00:00Z HELD",
                        "A-3 call 2026-03-28T23:00:00Z NOT_HELD"),
                activities.stream()
                        .map(a -> a.reference() + " " + a.type() + " " + a.at() + " " + a.state())
                        .sorted()
                        .toList());
        assertEquals(
                1,
                activities.stream()
                        .filter(a -> a.subjects().opportunity() != null)
                        .count());
        assertEquals("O-9", findings(report, Code.UNKNOWN_OPPORTUNITY).get(0).value());
    }

    @Test
    void leavesWhatIsStoredAlreadyAsItIs() {
        imported.file("sellers.csv", "seller,team", "Anna,North");
        imported.file("deals.csv", "reference,seller,stage", "1,Anna,Lead");
        imported.read();
        imported.file("deals.csv", "reference,seller,stage", "1,Anna,Won", "2,Anna,Won");
        ImportReport report = imported.read();
        assertEquals(
                "deals.csv line 2, reference '1': is stored already",
                report.files().get(1).problems().get(0).toString());
        assertEquals(1, findings(report, Code.ALREADY_STORED).get(0).rows());
        assertEquals(1, imported.all(Stores::sellers).size());
        assertEquals(2, imported.opportunities().size());
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,'',UTF-8",
        "UTF-8,'\uFEFF',UTF-8",
        "windows-1252,'',windows-1252",
        "UTF-16LE,'\uFEFF',UTF-16LE",
        "UTF-16BE,'\uFEFF',UTF-16BE"
    })
    void tellsTheEncoding(String charset, String mark, String told) {
        imported.bytes("deals.csv", mark + "reference,seller,stage\n1,Müller €,Lead\n", Charset.forName(charset));
        ImportReport report = imported.read();
        assertEquals(told, report.files().get(0).encoding());
        assertEquals("Müller €", imported.all(Stores::sellers).get(0).name());
        assertEquals(
                charset.equals("windows-1252") ? 1 : 0,
                findings(report, Code.ENCODING_FALLBACK).size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {",", ";", "|", "\t"},
            ignoreLeadingAndTrailingWhitespace = false)
    void tellsTheSeparator(String separator) {
        imported.file(
                "deals.csv",
                "reference,\"stage\",name,seller".replace(",", separator),
                "1,Lead,\"a,b;c\",Anna"
                        .replace("1,Lead,", "1" + separator + "Lead" + separator)
                        .replace("\",Anna", "\"" + separator + "Anna"));
        assertEquals(separator.charAt(0), imported.read().files().get(0).separator());
        assertEquals("a,b;c", imported.only().label().name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "1234.56!1234.56 USD",
                "1,234.56!1234.56 USD",
                "$1,234.5!1234.50 USD",
                "USD 99!99.00 USD",
                "1 234!1234.00 USD",
                "1'234!1234.00 USD",
                "-5!-5.00 USD",
                "+5!5.00 USD",
                "0!0.00 USD"
            })
    void readsAmountsWithADecimalPoint(String cell, String amount) {
        imported.file("deals.csv", "reference,stage,amount", "1,Lead,\"" + cell + "\"");
        imported.read();
        assertEquals(amount, String.valueOf(imported.only().amount()));
    }

    @Test
    void readsAmountsAndDatesAsAMappingSaysTheyAreWritten() {
        imported.file(
                "crm-mapping.properties",
                "# ein Export aus Graz",
                "name = Graz",
                "opportunity.reference = Nr",
                "opportunity.stage = Stufe",
                "opportunity.amount = Wert",
                "opportunity.closed = Ende | Abschluss",
                "stage.won = Gewonnen",
                "stage.open = Offen",
                "currency = EUR",
                "pipeline = Vertrieb",
                "format.decimal = comma",
                "format.separator = ;",
                "format.encoding = windows-1252",
                "format.date = dd.MM.yyyy | d/M/yy");
        imported.bytes(
                "export.csv",
                "Nr;Stufe;Wert;Ende;Abschluss\n1;gewonnen;1.234,56 €;;31.03.2026\n",
                Charset.forName("windows-1252"));
        ImportReport report = imported.read();
        Opportunity opportunity = imported.only();
        assertEquals(Money.of("1234.56", "EUR"), opportunity.amount());
        assertEquals(LocalDate.of(2026, 3, 31), opportunity.dates().closedOn());
        assertEquals(Outcome.WON, opportunity.standing().outcome());
        assertEquals("Graz", report.files().get(0).mapping());
        assertEquals("Vertrieb", imported.all(Stores::pipelines).get(0).name());
        assertEquals(List.of(), report.findings());
    }

    @Test
    void saysWhichCurrencyItAssumed() {
        imported.file("deals.csv", "reference,stage,amount", "1,Lead,5", "2,Lead,");
        ImportReport report = imported.read(ImportOptions.defaults().withCurrency(Currency.getInstance("CHF")));
        assertEquals(
                "1 row have an amount and no currency; CHF was taken",
                findings(report, Code.CURRENCY_ASSUMED).get(0).message());
    }

    @Test
    void namesColumnsAndFilesItLeavesAlone() {
        imported.file("deals.csv", "reference,stage,Colour,stage", "1,Lead,red,Won");
        imported.file("notes.csv", "Table,Field", "accounts,name");
        ImportReport report = imported.read();
        assertEquals(
                List.of(
                        "deals.csv: the column 'Colour' is in no field and was left out",
                        "deals.csv: the column 'stage' stands twice; the first that is filled was taken"),
                findings(report, Code.UNMAPPED_COLUMN).stream()
                        .map(Finding::message)
                        .toList());
        assertEquals(
                "notes.csv: no mapping knows its headings: Table, Field",
                findings(report, Code.UNRECOGNISED_FILE).get(0).message());
        assertEquals("Lead", stage("Lead").name());
    }

    @Test
    void storesNothingOfAnImportThatFails() {
        imported.file("sellers.csv", "seller,team", "Anna,North");
        imported.file("deals.csv", HEADINGS, ",,Anna,,Lead,,,,");
        assertThrows(
                IllegalStateException.class,
                () -> Imported.importing(imported.stores).readFolder(folder, ImportOptions.defaults(), (file, rows) -> {
                    if (file.equals("deals.csv")) {
                        throw new IllegalStateException("the host gives up");
                    }
                }));
        assertEquals(0, imported.all(Stores::sellers).size());
        assertEquals(0, imported.all(Stores::pipelines).size());
        assertTrue(imported.opportunities().isEmpty());
        assertEquals(
                StandardCharsets.UTF_8.name(), imported.read().files().get(0).encoding());
    }
}
