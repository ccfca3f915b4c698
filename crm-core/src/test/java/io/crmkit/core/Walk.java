package io.crmkit.core;

import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.calendar.TimeRange;
import io.crmkit.core.document.DocumentKind;
import io.crmkit.core.document.DocumentLink;
import io.crmkit.core.document.DocumentNumber;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.DuplicateProfile;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.TimelineRequest;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.RatePolicy;
import io.crmkit.core.value.Revision;
import io.crmkit.core.view.ClosePeriod;
import io.crmkit.core.view.PortfolioDimension;
import io.crmkit.core.view.RottingRule;
import io.crmkit.metrics.Period;
import io.crmkit.metrics.fact.Periods;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every read of every handle of a session, found by looking at the classes, so that a new one cannot be forgotten. */
final class Walk {

    /* writes that are given neither a command nor a revision */
    private static final Set<String> WRITES = Set.of(
            "consents.confirm",
            "consents.expire",
            "consents.withdraw",
            "merges.undo",
            "opportunities.moveAll",
            "privacy.erase",
            "privacy.release",
            "quotes.revise",
            "suppressions.suppress");

    private static final Instant EARLY = Instant.parse("1990-01-01T00:00:00Z");

    /* in which something happens */
    private static final List<TimeRange> YEARS = Stream.of(1999, 2026)
            .map(year -> TimeRange.days(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1), ZoneOffset.UTC))
            .toList();

    private static final Instant LATE = Instant.parse("2040-01-01T00:00:00Z");

    private final CrmSession session;
    private final List<Identifier> ids;
    private final Map<String, String> answers = new TreeMap<>();

    private Walk(CrmSession session, List<Identifier> ids) {
        this.session = session;
        this.ids = ids;
    }

    /**
     * Asks everything that can be asked.
     *
     * @param ids the identities asked about
     * @return what each read said, by the read's name
     */
    static Map<String, String> of(CrmSession session, List<Identifier> ids) throws IllegalAccessException {
        Walk walk = new Walk(session, ids);
        for (Method handle : sorted(CrmSession.class)) {
            if (handle.getParameterCount() == 0) {
                walk.handle(handle.getName(), invoke(session, handle, List.of()));
            }
        }
        return walk.answers;
    }

    private static List<Method> sorted(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !method.isBridge() && !Modifier.isStatic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::toGenericString))
                .toList();
    }

    private void handle(String name, @Nullable Object handle) throws IllegalAccessException {
        if (handle == null) {
            throw new AssertionError("no handle: " + name);
        }
        for (Method method : sorted(handle.getClass())) {
            if (!isWrite(method) && !WRITES.contains(name + "." + method.getName())) {
                read(name + "." + method.getName(), handle, method);
            }
        }
    }

    /* a write is given a command or the revision it starts from, or files */
    private static boolean isWrite(Method method) {
        return Arrays.stream(method.getParameterTypes())
                        .anyMatch(type -> type == Revision.class
                                || type == Path.class
                                || type.getPackageName().equals("io.crmkit.core.exchange")
                                || (type.isRecord() && type.getPackageName().equals("io.crmkit.core.service")))
                || Arrays.stream(method.getGenericParameterTypes())
                        .anyMatch(type -> type.getTypeName().contains("java.nio.file.Path"));
    }

    private void read(String name, Object handle, Method method) throws IllegalAccessException {
        List<List<@Nullable Object>> all = new ArrayList<>();
        all.add(List.of());
        for (Type type : method.getGenericParameterTypes()) {
            List<List<@Nullable Object>> more = new ArrayList<>();
            for (List<@Nullable Object> begun : all) {
                for (Object argument : arguments(name, type)) {
                    List<@Nullable Object> next = new ArrayList<>(begun);
                    next.add(argument);
                    more.add(next);
                }
            }
            all = more;
        }
        for (List<@Nullable Object> arguments : all) {
            answers.merge(name, Spoken.of(invoke(handle, method, arguments)), String::concat);
        }
    }

    private List<?> arguments(String name, Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            Map<Type, List<?>> known = Map.of(
                    ActivityType.class, List.of(ActivityType.CALL, ActivityType.MEETING),
                    Scope.class, scopes(),
                    String.class, List.of("zoe@example.com"));
            List<?> values = known.get(list.getActualTypeArguments()[0]);
            return values == null ? unknown(name, type) : List.of(values);
        } else if (type instanceof ParameterizedType set && set.getRawType() == Set.class) {
            return List.of(Set.of(), Set.copyOf(ids(SellerId.class)));
        } else if (type instanceof ParameterizedType given && given.getRawType() == Criterion.class) {
            return List.of(Criterion.everything(), Criterion.nothing().not());
        } else if (type instanceof Class<?> plain) {
            return Identifier.class.isAssignableFrom(plain) ? ids(plain) : values(name, plain);
        }
        return ids(Identifier.class);
    }

    private List<Scope> scopes() {
        return ids(OpportunityId.class).stream()
                .map(id -> Scope.of((OpportunityId) id))
                .toList();
    }

    private List<Identifier> ids(Class<?> kind) {
        return ids.stream().filter(kind::isInstance).toList();
    }

    private List<?> values(String name, Class<?> type) {
        Map<Class<?>, List<?>> known = Map.ofEntries(
                Map.entry(PageRequest.class, List.of(PageRequest.first(100))),
                Map.entry(Cursor.class, List.of(Cursor.START, Cursor.END)),
                Map.entry(long.class, List.of(0L)),
                Map.entry(Instant.class, List.of(EARLY, LATE)),
                Map.entry(DocumentNumber.class, List.of(new DocumentNumber("Q", 2026, 1))),
                Map.entry(ActivityType.class, List.of(ActivityType.CALL)),
                Map.entry(DocumentLink.class, List.of(new DocumentLink(DocumentKind.INVOICE, "2026/17"))),
                Map.entry(
                        Periods.class,
                        List.of(
                                Periods.months(YearMonth.of(2026, 1), 12, ZoneOffset.UTC),
                                Periods.months(YearMonth.of(1990, 1), 3_000, ZoneOffset.UTC))),
                Map.entry(Period.class, List.of(new Period(EARLY, LATE))),
                Map.entry(TimeRange.class, YEARS),
                Map.entry(String.class, List.of("newsletter")),
                Map.entry(TimelineRequest.class, List.of(TimelineRequest.newest(100), TimelineRequest.oldest(100))),
                Map.entry(
                        DuplicateProfile.class,
                        List.of(DuplicateProfile.of(Company.named(new CompanyId(new UUID(0, 9)), "Acme")))),
                Map.entry(
                        ClosePeriod.class,
                        List.of(new ClosePeriod(LocalDate.of(2026, 1, 1), LocalDate.of(2030, 1, 1)))),
                Map.entry(RatePolicy.class, policies()),
                Map.entry(RottingRule.class, List.of(RottingRule.DEFAULT)),
                Map.entry(PortfolioDimension[].class, List.of((Object) PortfolioDimension.values())),
                Map.entry(LocalDate.class, List.of(LocalDate.of(2026, 5, 4))));
        if (type.isEnum()) {
            return List.of(type.getEnumConstants());
        }
        List<?> values = known.get(type);
        return values == null ? unknown(name, type) : values;
    }

    /* one for each currency, so that sums are amounts */
    private static List<RatePolicy> policies() {
        Map<Currency, BigDecimal> none = new HashMap<>();
        for (String code : List.of("EUR", "USD", "CHF", "GBP")) {
            none.put(Currency.getInstance(code), BigDecimal.ONE);
        }
        return List.of(RatePolicy.fixed("EUR", none));
    }

    private static <T> List<T> unknown(String name, Type type) {
        throw new AssertionError("teach this walk what to give for a " + type + " in " + name);
    }

    /* what does not exist for the actor says so */
    private static @Nullable Object invoke(Object on, Method method, List<@Nullable Object> arguments)
            throws IllegalAccessException {
        try {
            return method.invoke(on, arguments.toArray());
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof NotFoundException) {
                return null;
            }
            throw new AssertionError(method + " of " + arguments, thrown.getCause());
        }
    }
}
