package io.crmkit.examples;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The doors of the house: which room may call which. A room that is not listed here fails the build. */
class HouseRulesTest {

    private static final String METRICS = "io.crmkit.metrics";
    private static final String CORE = "io.crmkit.core";
    private static final Set<String> NOUNS = Set.of("party", "team", "pipeline", "document", "activity", "privacy");

    /** Each room of crm-core, and the rooms of crm-core it may call. */
    private static final Map<String, Set<String>> DOORS = new TreeMap<>(Map.of(
            "value", Set.of(),
            "party", rooms(NOUNS, "value"),
            "team", rooms(NOUNS, "value"),
            "document", rooms(NOUNS, "value"),
            "pipeline", rooms(NOUNS, "value"),
            "activity", rooms(NOUNS, "value"),
            "journal", rooms(Set.of(), "value"),
            "port", rooms(NOUNS, "value", "audience", "journal", "timeline"),
            "view", rooms(NOUNS, "value"),
            "memory", rooms(NOUNS, "value", "audience", "port", "journal", "timeline")));

    static {
        DOORS.put("privacy", rooms(NOUNS, "value"));
        DOORS.put("audience", rooms(NOUNS, "value"));
        DOORS.put("timeline", rooms(NOUNS, "value", "audience", "journal"));
        DOORS.put("calendar", rooms(NOUNS, "value"));
        DOORS.put("recording", rooms(NOUNS, "value", "audience", "port", "journal"));
        DOORS.put("feed", rooms(NOUNS, "value", "audience", "port", "journal", "timeline"));
        DOORS.put("cache", rooms(NOUNS, "value", "audience", "port"));
        DOORS.put("exchange", rooms(NOUNS, "value", "port", "recording"));
        DOORS.put("insight", rooms(NOUNS, "value", "audience", "port", "journal", "view"));
        DOORS.put("access", rooms(NOUNS, "value", "audience", "port", "journal", "timeline"));
        DOORS.put(
                "service",
                rooms(
                        NOUNS,
                        "value",
                        "audience",
                        "port",
                        "journal",
                        "timeline",
                        "calendar",
                        "recording",
                        "view",
                        "insight",
                        "exchange"));
    }

    /** Every other package of the house. */
    private static final Set<String> OTHER_ROOMS = Set.of(
            METRICS,
            METRICS + ".fact",
            METRICS + ".funnel",
            METRICS + ".team",
            METRICS + ".distribution",
            METRICS + ".forecast",
            METRICS + ".series",
            METRICS + ".backtest",
            CORE,
            "io.crmkit.jpa",
            "io.crmkit.examples.document",
            "io.crmkit.examples.exchange",
            "io.crmkit.examples.quickstart",
            "io.crmkit.examples.report",
            "io.crmkit.examples.spring",
            "io.crmkit.examples.standalone");

    private static JavaClasses house;

    @BeforeAll
    static void readTheHouse() {
        house = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .withImportOption(location -> !location.contains("-tck.jar"))
                .importPackages("io.crmkit");
    }

    private static Set<String> rooms(Set<String> nouns, String... others) {
        return Stream.concat(nouns.stream(), Arrays.stream(others)).collect(Collectors.toUnmodifiableSet());
    }

    @Test
    void everyRoomIsListed() {
        Set<String> listed = new TreeSet<>(OTHER_ROOMS);
        DOORS.keySet().forEach(room -> listed.add(CORE + "." + room));
        Set<String> found =
                house.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(listed, found);
    }

    @Test
    void everyRoomIsNullMarked() {
        Set<String> unmarked = house.stream()
                .map(JavaClass::getPackage)
                .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unmarked);
    }

    @ParameterizedTest
    @MethodSource("doors")
    void aRoomCallsOnlyTheRoomsItsDoorsLeadTo(String room, Set<String> open) {
        String[] closed = DOORS.keySet().stream()
                .filter(other -> !other.equals(room) && !open.contains(other))
                .map(other -> CORE + "." + other)
                .toArray(String[]::new);
        check(noClasses()
                .that()
                .resideInAPackage(CORE + "." + room)
                .should()
                .dependOnClassesThat(resideInAnyPackage(closed).or(resideInAPackage(CORE))));
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> doors() {
        return DOORS.entrySet().stream()
                .map(door -> org.junit.jupiter.params.provider.Arguments.of(door.getKey(), door.getValue()));
    }

    @Test
    void nounsKnowOtherNounsByTheirIdentityOnly() {
        for (String noun : NOUNS) {
            DescribedPredicate<JavaClass> otherNoun = resideInAnyPackage(NOUNS.stream()
                    .filter(other -> !other.equals(noun))
                    .map(other -> CORE + "." + other)
                    .toArray(String[]::new));
            check(noClasses()
                    .that()
                    .resideInAPackage(CORE + "." + noun)
                    .should()
                    .dependOnClassesThat(otherNoun.and(
                            named("is not an identity", c -> !c.getSimpleName().endsWith("Id")))));
        }
    }

    @Test
    void metricsNeedsNothingOfOurs() {
        check(noClasses()
                .that()
                .resideInAPackage(METRICS + "..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(METRICS + "..", "java..", "org.apache.commons..", "org.jspecify.."));
    }

    @Test
    void metricsShowsNoTypeOfAnotherLibrary() {
        DescribedPredicate<JavaClass> foreign = resideInAPackage("org.apache..");
        List<String> shown = house.stream()
                .filter(type -> type.getPackageName().startsWith(METRICS))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(unit -> foreign.test(unit.getRawReturnType())
                        || unit.getRawParameterTypes().stream().anyMatch(foreign))
                .map(unit -> unit.getFullName())
                .toList();
        assertEquals(List.of(), shown);
    }

    @Test
    void onlyInsightCallsTheFunctionsOfMetrics() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE + "..")
                .and()
                .resideOutsideOfPackages(CORE + ".insight", CORE + ".view")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(METRICS + ".."));
        check(noClasses()
                .that()
                .resideInAPackage(CORE + ".view")
                .should()
                .callMethodWhere(
                        calls(named("of metrics", c -> c.getPackageName().startsWith(METRICS)))));
    }

    @Test
    void theDomainKnowsNoPersistence() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE + "..", METRICS + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate.."));
    }

    @Test
    void theAdapterKnowsPortsAndNounsAndNoProvider() {
        check(noClasses()
                .that()
                .resideInAPackage("io.crmkit.jpa..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        CORE,
                        CORE + ".service",
                        CORE + ".insight",
                        CORE + ".view",
                        CORE + ".exchange",
                        CORE + ".memory",
                        CORE + ".cache",
                        METRICS + "..",
                        "org.hibernate..",
                        "org.eclipse.persistence.."));
    }

    @Test
    void theAdapterHasOneDoor() {
        check(classes()
                .that()
                .resideInAPackage("io.crmkit.jpa..")
                .and()
                .doNotHaveSimpleName("JpaStores")
                .and()
                // made by the provider, for whom it must be public
                .doNotHaveSimpleName("InstantColumn")
                .should()
                .notBePublic());
    }

    @Test
    void nothingBehindTheDoorReadsTheClockOrDrawsAnIdentity() {
        Set<String> readers = Set.of("now", "systemUTC", "systemDefaultZone", "randomUUID", "currentTimeMillis");
        DescribedPredicate<JavaCall<?>> readsTheClock = DescribedPredicate.describe(
                "reads the clock or draws an identity",
                call -> readers.contains(call.getName())
                        && call.getTarget().getRawParameterTypes().isEmpty()
                        && Stream.of(
                                        Instant.class,
                                        LocalDate.class,
                                        LocalDateTime.class,
                                        OffsetDateTime.class,
                                        ZonedDateTime.class,
                                        YearMonth.class,
                                        Clock.class,
                                        UUID.class,
                                        System.class)
                                .anyMatch(type -> call.getTargetOwner().isEquivalentTo(type)));
        check(noClasses()
                .that()
                .resideInAnyPackage(METRICS + "..", CORE + ".*..", "io.crmkit.jpa..")
                .should()
                .callCodeUnitWhere(readsTheClock));
    }

    private static DescribedPredicate<JavaCall<?>> calls(DescribedPredicate<JavaClass> owner) {
        return DescribedPredicate.describe(
                "calls what is " + owner.getDescription(), call -> owner.test(call.getTargetOwner()));
    }

    private static DescribedPredicate<JavaClass> named(String words, java.util.function.Predicate<JavaClass> rule) {
        return DescribedPredicate.describe(words, rule);
    }

    private static void check(ArchRule rule) {
        rule.check(house);
    }
}
