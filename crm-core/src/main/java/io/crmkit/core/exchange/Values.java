package io.crmkit.core.exchange;

import io.crmkit.core.value.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How cells are read as values. Each method throws {@link IllegalArgumentException} with the rule that is broken. */
final class Values {

    private static final Pattern MONEY =
            Pattern.compile("(\\p{Sc}|[A-Z]{3})?\\s*([+-]?[\\d.,'\u2019\\s\u00a0\u202f]*\\d)\\s*(\\p{Sc}|[A-Z]{3})?");
    private static final Pattern SPACES = Pattern.compile("['\u2019\\s\u00a0\u202f]");
    private static final Pattern WITH_POINT = Pattern.compile("[+-]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?");
    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?(\\d{1,3}(\\.\\d{3})+|\\d+)(,\\d+)?");
    private static final Pattern ISO_DAY = Pattern.compile("[+-]?\\d{4,9}-\\d{2}-\\d{2}.*");
    private static final Map<String, Set<String>> SYMBOLS = Map.of(
            "$", Set.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"),
            "\u20ac", Set.of("EUR"),
            "\u00a3", Set.of("GBP"),
            "\u00a5", Set.of("JPY", "CNY"));

    private final ZoneId zone;
    private final boolean decimalComma;
    private final List<String> patterns;
    private final List<DateTimeFormatter> formats;

    Values(Mapping mapping, ZoneId zone) {
        this.zone = zone;
        this.decimalComma = mapping.decimalComma();
        this.patterns = mapping.datePatterns();
        this.formats = Stream.concat(patterns.stream(), Stream.of("uuuu-MM-dd HH:mm[:ss]", "uuuu-MM-dd'T'HH:mm[:ss]"))
                .map(pattern -> DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
                        .withResolverStyle(ResolverStyle.STRICT))
                .toList();
    }

    static String text(String cell, int longest) {
        if (cell.length() > longest) {
            throw new IllegalArgumentException("must have at most " + longest + " characters, not " + cell.length());
        }
        if (cell.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("must not contain control characters or line breaks");
        }
        return cell;
    }

    static Currency currency(String cell) {
        try {
            return Currency.getInstance(cell.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be an ISO 4217 currency code such as EUR", e);
        }
    }

    Money money(String cell, Currency byDefault) {
        Matcher parts = MONEY.matcher(cell);
        if (!parts.matches()) {
            throw new IllegalArgumentException("must be an amount such as " + example());
        }
        Currency currency = agreed(parts.group(1), agreed(parts.group(3), byDefault));
        return new Money(number(SPACES.matcher(parts.group(2)).replaceAll("")), currency);
    }

    private static Currency agreed(@Nullable String mark, Currency currency) {
        if (mark == null || mark.equals(currency.getCurrencyCode())) {
            return currency;
        }
        if (!SYMBOLS.getOrDefault(mark, Set.of()).contains(currency.getCurrencyCode())) {
            throw new IllegalArgumentException("is marked " + mark + " where the currency is " + currency);
        }
        return currency;
    }

    private BigDecimal number(String digits) {
        Pattern mine = decimalComma ? WITH_COMMA : WITH_POINT;
        if (mine.matcher(digits).matches()) {
            String plain = decimalComma ? digits.replace(".", "").replace(',', '.') : digits.replace(",", "");
            return new BigDecimal(plain);
        }
        Pattern other = decimalComma ? WITH_POINT : WITH_COMMA;
        String hint = other.matcher(digits).matches()
                ? "; where amounts are written like this one, set format.decimal = "
                        + (decimalComma ? "point" : "comma")
                : "";
        throw new IllegalArgumentException("must be an amount such as " + example() + hint);
    }

    private String example() {
        return decimalComma ? "1234,56 or 1.234,56" : "1234.56 or 1,234.56";
    }

    LocalDate date(String cell) {
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeParseException e) {
            Instant instant = offset(cell);
            return instant == null
                    ? parsed(cell).query(TemporalQueries.localDate())
                    : instant.atZone(zone).toLocalDate();
        }
    }

    Instant instant(String cell) {
        Instant instant = offset(cell);
        if (instant != null) {
            return instant;
        }
        TemporalAccessor parsed = day(cell);
        LocalTime time = parsed.query(TemporalQueries.localTime());
        LocalDate day = parsed.query(TemporalQueries.localDate());
        return LocalDateTime.of(day, time == null ? LocalTime.MIDNIGHT : time)
                .atZone(zone)
                .toInstant();
    }

    private TemporalAccessor day(String cell) {
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeParseException e) {
            return parsed(cell);
        }
    }

    private static @Nullable Instant offset(String cell) {
        try {
            return OffsetDateTime.parse(cell.replaceFirst(" (?=\\d)", "T")).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private TemporalAccessor parsed(String cell) {
        boolean impossible = ISO_DAY.matcher(cell).matches();
        for (DateTimeFormatter format : formats) {
            try {
                TemporalAccessor parsed = format.parse(cell);
                if (parsed.query(TemporalQueries.localDate()) != null) {
                    return parsed;
                }
            } catch (DateTimeException e) {
                impossible |=
                        e.getCause() instanceof DateTimeException cause && !(cause instanceof DateTimeParseException);
            }
        }
        if (impossible) {
            throw new IllegalArgumentException("is not a day of the calendar");
        }
        throw new IllegalArgumentException("must be a date such as 2026-03-31"
                + (patterns.isEmpty() ? "; for others set format.date" : " or as " + String.join(" or ", patterns)));
    }
}
