package io.crmkit.core.journal;

import io.crmkit.core.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** One text for one value, the same on every machine and in every language. */
final class CanonicalText {

    /* types whose own text is fixed by a standard or their documentation */
    private static final List<Class<?>> PLAIN = List.of(
            String.class,
            UUID.class,
            TemporalAccessor.class,
            Money.class,
            Boolean.class,
            Number.class,
            Currency.class,
            TemporalAmount.class,
            ZoneId.class);

    private CanonicalText() {}

    static String of(String path, Object value) {
        if (value instanceof Enum<?> choice) {
            return choice.name();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Instant instant) {
            return of(instant);
        }
        for (Class<?> type : PLAIN) {
            if (type.isInstance(value)) {
                return value.toString();
            }
        }
        throw new IllegalArgumentException(
                "the journal has no canonical text for a " + value.getClass().getName() + ": field = " + path);
    }

    /** The text of {@link Instant#toString}, in a fraction of its time. */
    static String of(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        boolean wholeMinute = utc.getSecond() == 0 && utc.getNano() == 0;
        return utc + (wholeMinute ? ":00Z" : "Z");
    }
}
