package io.crmkit.core.tck;

import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.ActivityTypeDefinitionId;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.EmailPoint;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.BuyingRole;
import io.crmkit.core.service.DefineActivityType;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Revision;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Good values for whatever a command may ask for, and each of them made bad in every way, one at a time. */
final class BadInput {

    private static final Map<String, String> TEXTS_OF_A_FORM = Map.of(
            "unit",
            "C62",
            "address",
            "zoe@acme.example",
            "kind",
            "STANDARD",
            "rule",
            "FREQ=DAILY",
            "series",
            "Q",
            "custom",
            "budget",
            "code",
            "user");

    private static final Map<Class<?>, Object> GOOD = Map.ofEntries(
            Map.entry(Instant.class, Story.NOW),
            Map.entry(LocalDate.class, LocalDate.of(2026, 6, 1)),
            Map.entry(BigDecimal.class, BigDecimal.ONE),
            Map.entry(Integer.class, 50),
            Map.entry(int.class, 50),
            Map.entry(long.class, 50L),
            Map.entry(ZoneId.class, ZoneOffset.UTC),
            Map.entry(Locale.class, Locale.ITALIAN),
            Map.entry(boolean.class, false),
            Map.entry(Currency.class, Currency.getInstance("EUR")),
            Map.entry(Duration.class, Duration.ofHours(1)),
            Map.entry(Money.class, Money.of("10", "EUR")),
            Map.entry(EmailAddress.class, new EmailAddress("ann@acme.example")),
            Map.entry(ContactPoint.class, EmailPoint.of(new EmailAddress("ann@acme.example"))),
            Map.entry(CustomFields.class, CustomFields.NONE),
            Map.entry(ActivityType.class, ActivityType.CALL),
            Map.entry(BuyingRole.class, BuyingRole.DECISION_MAKER),
            Map.entry(ActivityDetails.class, new ActivityDetails.Call(null, null)),
            Map.entry(TaxCategory.class, TaxCategory.rate("22")));

    /** Texts no field of one line may take. */
    private static final Map<String, String> FORBIDDEN = Map.of(
            "U+0000", "a\u0000b",
            "U+0007", "a\u0007b",
            "U+0085", "a\u0085b",
            "half a character", "a\uD83D");

    /** Values that no field may take. */
    private static final Map<Class<?>, Map<String, Object>> NEVER = Map.of(
            Instant.class, Map.of("MIN", Instant.MIN, "MAX", Instant.MAX),
            LocalDate.class, Map.of("MIN", LocalDate.MIN, "MAX", LocalDate.MAX),
            ActivityDetails.class,
                    Map.of(
                            "due MIN",
                            new ActivityDetails.Task(LocalDate.MIN, null),
                            "due MAX",
                            new ActivityDetails.Task(LocalDate.MAX, null)));

    private static final Map<String, Object> TEXTS = Map.of(
            "empty", "",
            "blank", " ",
            "10,000 characters", "x".repeat(10_000),
            "100,000 characters", "x".repeat(100_000),
            "an emoji", "\uD83D\uDE80",
            "an override of direction", "\u202Ecba",
            "right to left", "\u05E9\u05DC\u05D5\u05DD \u200F!");

    private static final Map<Class<?>, Map<String, Object>> BAD = Map.of(
            Instant.class, Map.of("nanos", Story.NOW.plusNanos(1)),
            BigDecimal.class,
                    Map.of(
                            "-1",
                            new BigDecimal("-1"),
                            "1E+400",
                            new BigDecimal("1E+400"),
                            "1E-30",
                            new BigDecimal("1E-30"),
                            "0",
                            BigDecimal.ZERO),
            Integer.class, Map.of("least", Integer.MIN_VALUE, "most", Integer.MAX_VALUE),
            Duration.class, Map.of("negative", Duration.ofDays(-1), "longest", Duration.ofSeconds(Long.MAX_VALUE)),
            Money.class, Map.of("-1", Money.of("-1", "EUR"), "other currency", Money.of("1", "JPY")),
            Revision.class, Map.of("0", Revision.NONE, "99", new Revision(99)));

    /**
     * A value made bad.
     *
     * @param path where it stands, and what is bad about it
     * @param field the innermost name, or an empty text
     * @param refused whether it must not be taken
     * @param made makes it of a story's records; may throw as the value's own constructor does
     */
    record Bad(String path, String field, boolean refused, Function<Story, @Nullable Object> made) {

        Bad within(String name, Function<@Nullable Object, Object> wrapped) {
            return new Bad(name + path, field, refused, story -> wrapped.apply(made.apply(story)));
        }
    }

    private final Function<Identifier, Revision> revisions;

    /** Says at which revision records stand now. */
    BadInput(Function<Identifier, Revision> revisions) {
        this.revisions = revisions;
    }

    @Nullable
    Object good(Type type, String name, Story story, List<@Nullable Object> before) {
        if (type instanceof ParameterizedType given) {
            return goodMany(given, name, story, before);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return TEXTS_OF_A_FORM.getOrDefault(name, "Some text");
        } else if (name.equals("unitPrice")) {
            return new BigDecimal("100"); // the lines bear what is taken off the whole
        } else if (name.equals("until")) {
            return LocalDate.of(2026, 12, 1);
        } else if (name.equals("year")) {
            return 2026;
        } else if (plain == UUID.class) {
            return story.people.get(name.equals("survivor") ? 1 : 2).id().value();
        } else if (plain == Revision.class) {
            return before.stream()
                    .flatMap(given -> identity(given, story))
                    .findFirst()
                    .map(revisions)
                    .orElse(Revision.NONE);
        } else if (Identifier.class.isAssignableFrom(plain)) {
            return story.id(anybody(plain));
        } else if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        } else if (GOOD.containsKey(plain)) {
            return GOOD.get(plain);
        } else if (plain.isRecord()) {
            return Reflected.make(plain, goodComponents(plain, story).toArray());
        }
        throw new AssertionError("teach this test what to give for a " + type + " named " + name);
    }

    /* what a revision given after it is the revision of */
    private static Stream<Identifier> identity(@Nullable Object given, Story story) {
        if (given instanceof DefineActivityType define && define.type() != null) {
            return Stream.of(ActivityTypeDefinitionId.of(story.tenant, define.type()));
        }
        return given instanceof Identifier id ? Stream.of(id) : Stream.empty();
    }

    private Object goodMany(ParameterizedType type, String name, Story story, List<@Nullable Object> before) {
        if (type.getRawType() == Map.class) {
            return type.getActualTypeArguments()[0] == Integer.class ? Map.of(1, BigDecimal.ONE) : Map.of();
        }
        Object one = Objects.requireNonNull(good(type.getActualTypeArguments()[0], name, story, before));
        return type.getRawType() == Set.class ? Set.of(one) : List.of(one);
    }

    private List<@Nullable Object> goodComponents(Class<?> type, Story story) {
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            // a participant is one of the two, so a person and no seller
            boolean isOther = type == Participant.class && component.getType() == SellerId.class;
            values.add(isOther ? null : good(component.getGenericType(), component.getName(), story, values));
        }
        return values;
    }

    /** All that can be bad about a value of a type. */
    List<Bad> bad(Type type) {
        List<Bad> all = new ArrayList<>();
        if (!(type instanceof Class<?> primitive && primitive.isPrimitive())) {
            all.add(new Bad("=null", "", false, story -> null));
        }
        NEVER.getOrDefault(type, Map.of())
                .forEach((what, value) -> all.add(new Bad("=" + what, "", true, story -> value)));
        BAD.getOrDefault(type, Map.of())
                .forEach((what, value) -> all.add(new Bad("=" + what, "", false, story -> value)));
        if (type instanceof ParameterizedType given) {
            badMany(given, all);
        } else if (type == String.class) {
            FORBIDDEN.forEach((what, text) -> all.add(new Bad("=" + what, "", true, story -> text)));
            TEXTS.forEach((what, text) -> all.add(new Bad("=" + what, "", false, story -> text)));
        } else if (Identifier.class.isAssignableFrom((Class<?>) type)) {
            badIds(anybody((Class<?>) type), all);
        } else if (((Class<?>) type).isRecord() && !GOOD.containsKey(type) && !BAD.containsKey(type)) {
            badComponents((Class<?>) type, all);
        }
        return all;
    }

    private void badMany(ParameterizedType type, List<Bad> all) {
        Type element = type.getActualTypeArguments()[0];
        if (type.getRawType() == List.class) {
            bad(element).forEach(each -> all.add(each.within("[0]", Collections::singletonList)));
            all.add(new Bad("=empty", "", false, story -> List.of()));
            all.add(new Bad("=the same twice", "", false, story -> {
                Object one = good(element, "", story, List.of());
                return Arrays.asList(one, one);
            }));
            all.add(new Bad(
                    "=10,000 of them",
                    "",
                    false,
                    story -> Collections.nCopies(10_000, good(element, "", story, List.of()))));
        } else if (type.getRawType() == Set.class) {
            bad(element).forEach(each -> all.add(each.within("[]", Collections::singleton)));
        } else if (element == Integer.class) {
            all.add(new Bad("=an absent line", "", false, story -> Map.of(Integer.MAX_VALUE, BigDecimal.ONE)));
            all.add(new Bad("=too many", "", false, story -> Map.of(1, new BigDecimal("1E+400"))));
            all.add(new Bad("=less than none", "", false, story -> Map.of(1, new BigDecimal("-1"))));
        }
    }

    /* what is mentioned must be there; a seller need not be */
    private static void badIds(Class<?> type, List<Bad> all) {
        boolean refused = type != SellerId.class;
        Class<?> another = type == TeamId.class ? PersonId.class : TeamId.class;
        all.add(new Bad("=nobody's", "", refused, story -> id(type, new UUID(7, 7))));
        all.add(new Bad(
                "=another noun's",
                "",
                refused,
                story -> id(type, Objects.requireNonNull(story.id(another)).value())));
        all.add(new Bad(
                "=another tenant's", "", refused, story -> story.strangers().id(type)));
    }

    /* where any noun will do, a person does */
    private static Class<?> anybody(Class<?> type) {
        return type == Identifier.class ? PersonId.class : type;
    }

    private static Object id(Class<?> type, UUID value) {
        return Reflected.make(type, new Object[] {value});
    }

    private void badComponents(Class<?> type, List<Bad> all) {
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            int changed = i;
            String name = components[i].getName();
            for (Bad each : bad(components[i].getGenericType())) {
                all.add(new Bad(
                        name + (each.path.startsWith("=") ? "" : ".") + each.path,
                        each.field.isEmpty() ? name : each.field,
                        each.refused,
                        story -> {
                            List<@Nullable Object> values = goodComponents(type, story);
                            values.set(changed, each.made.apply(story));
                            return Reflected.make(type, values.toArray());
                        }));
            }
        }
    }
}
