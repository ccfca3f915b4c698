package io.crmkit.core.tck;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.Field;
import io.crmkit.core.audience.Fields;
import io.crmkit.core.document.DocumentLink;
import io.crmkit.core.document.DocumentReference;
import io.crmkit.core.pipeline.BuyingRole;
import io.crmkit.core.pipeline.ContactRole;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.value.FieldType;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Criteria at random over the fields of a noun, with values that records of a sample have, or nearly have; the same for
 * the same seed.
 *
 * @param <N> the noun
 */
public final class RandomCriteria<N> {

    private static final List<String> TAGS =
            List.of("vip", "vip_", "v%p", "vi", "acme", "ACME LTD", "a\\b \"q\"", "nobody's");

    private static final List<BuyingRole> ROLES =
            List.of(BuyingRole.DECISION_MAKER, BuyingRole.USER, BuyingRole.CHAMPION, BuyingRole.OTHER);

    private final Random random;
    private final List<Field<N, ?>> fields;
    private final List<N> sample;

    /**
     * Makes the source.
     *
     * @param random where chance comes from
     * @param fields the noun's fields
     * @param sample records whose values are asked for
     */
    public RandomCriteria(Random random, Fields<N> fields, List<N> sample) {
        this.random = random;
        this.fields = new ArrayList<>(fields.all());
        TAGS.forEach(tag -> fields.find("tag:" + tag).ifPresent(this.fields::add));
        ROLES.forEach(role -> fields.find("role:" + role).ifPresent(this.fields::add));
        this.sample = List.copyOf(sample);
        origins().forEach(link -> fields.find("madeFrom:" + link).ifPresent(this.fields::add));
        participants()
                .forEach(party -> fields.find("participant:" + party.value()).ifPresent(this.fields::add));
    }

    private Stream<String> origins() {
        return sample.stream()
                .filter(DocumentReference.class::isInstance)
                .flatMap(reference -> ((DocumentReference) reference).document().origins().stream())
                .map(DocumentLink::toString)
                .distinct()
                .limit(4);
    }

    private Stream<Identifier> participants() {
        return sample.stream().flatMap(RandomCriteria::parties).distinct().limit(4);
    }

    private static Stream<Identifier> parties(Object noun) {
        if (noun instanceof Activity activity) {
            return activity.participants().stream().map(Participant::party);
        }
        return noun instanceof Opportunity opportunity
                ? opportunity.parties().roles().stream().map(ContactRole::person)
                : Stream.of();
    }

    /**
     * Makes a criterion.
     *
     * @param depth how many criteria may lie within each other
     * @return the criterion
     */
    public Criterion<N> next(int depth) {
        int choice = random.nextInt(5);
        if (depth <= 1 || choice < 2) {
            return leaf();
        }
        return switch (choice) {
            case 2 -> new Criterion.All<>(parts(depth - 1));
            case 3 -> new Criterion.Any<>(parts(depth - 1));
            default -> next(depth - 1).not();
        };
    }

    private List<Criterion<N>> parts(int depth) {
        return Stream.generate(() -> next(depth)).limit(random.nextInt(4)).toList();
    }

    /**
     * Makes a criterion over one field.
     *
     * @return the criterion
     */
    public Criterion<N> leaf() {
        return leaf(fields.get(random.nextInt(fields.size())));
    }

    private <T> Criterion<N> leaf(Field<N, T> field) {
        List<T> values = values(field);
        if (values.isEmpty() || random.nextInt(10) == 0) {
            return field.isSet();
        }
        T value = nearly(field, values);
        int choice = random.nextInt(
                field.type() == FieldType.TEXT ? 11 : field.type().isOrdered() ? 8 : 3);
        return switch (choice) {
            case 0 -> field.is(value);
            case 1 -> field.isNot(value);
            case 2 -> field.in(List.of(value, nearly(field, values)));
            case 3 -> field.less(value);
            case 4 -> field.atMost(value);
            case 5 -> field.greater(value);
            case 6 -> field.atLeast(value);
            case 7 -> between(field, value, nearly(field, values));
            case 8 -> field.startsWith(value);
            default -> field.contains(value);
        };
    }

    private static <N, T> Criterion<N> between(Field<N, T> field, T low, T high) {
        boolean oneCurrency = !(low instanceof Money from)
                || !(high instanceof Money to)
                || from.currency().equals(to.currency());
        return field.between(low, oneCurrency ? high : low);
    }

    private <T> List<T> values(Field<N, T> field) {
        List<T> values = new ArrayList<>();
        sample.stream().map(field::read).filter(Objects::nonNull).forEach(values::add);
        return values;
    }

    private <T> T nearly(Field<N, T> field, List<T> values) {
        T value = values.get(random.nextInt(values.size()));
        @SuppressWarnings("unchecked") // of the same class as the value, and so of the field's
        T near = random.nextInt(3) == 0 ? value : (T) near(value);
        return near;
    }

    private Object near(Object value) {
        if (value instanceof String text) {
            return near(text);
        } else if (value instanceof BigDecimal number) {
            return number.subtract(BigDecimal.valueOf(random.nextInt(3)));
        } else if (value instanceof Boolean) {
            return random.nextBoolean();
        } else if (value instanceof Money money) {
            return money.plus(new Money(BigDecimal.valueOf(random.nextInt(3) - 1), money.currency()));
        } else if (value instanceof LocalDate day) {
            return day.plusDays(random.nextInt(3) - 1);
        } else if (value instanceof Instant at) {
            return at.plusNanos(1_000L * (random.nextInt(3) - 1));
        }
        return value;
    }

    /* a part of it, in another case, or with a wild card of SQL's in it */
    private String near(String text) {
        int[] points = text.codePoints().toArray();
        int from = random.nextInt(points.length);
        int count = 1 + random.nextInt(points.length - from);
        String part = new String(points, random.nextBoolean() ? 0 : from, count);
        return switch (random.nextInt(5)) {
            case 0 -> part.toUpperCase(java.util.Locale.ROOT);
            case 1 -> part.toLowerCase(java.util.Locale.ROOT);
            case 2 ->
                part.replace(part.charAt(0), '_').isBlank() || Character.isSurrogate(part.charAt(0))
                        ? part
                        : part.replace(part.charAt(0), random.nextBoolean() ? '_' : '%');
            default -> part;
        };
    }
}
