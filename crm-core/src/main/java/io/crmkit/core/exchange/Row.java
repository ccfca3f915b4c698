package io.crmkit.core.exchange;

import io.crmkit.core.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The cells of one row, read as values; what cannot be read is noted, all of it, and reads as missing. */
final class Row {

    private final Columns columns;
    private final Values values;
    private final String file;
    private final long line;
    private final List<String> cells;
    private final List<RowProblem> problems = new ArrayList<>();

    Row(Columns columns, Values values, String file, long line, List<String> cells) {
        this.columns = columns;
        this.values = values;
        this.file = file;
        this.line = line;
        this.cells = cells;
        if (cells.size() != columns.count()) {
            refuse("", "", "has " + cells.size() + " columns where the headings have " + columns.count());
        }
    }

    long line() {
        return line;
    }

    Columns columns() {
        return columns;
    }

    List<RowProblem> problems() {
        return problems;
    }

    /** Notes that the row is refused for one of its fields. */
    void refuseField(String field, String value, String rule) {
        refuse(columns.headingOf(field), value, rule);
    }

    void refuse(String column, String value, String rule) {
        problems.add(new RowProblem(file, line, column, value, rule));
    }

    private int filled(List<Integer> alternatives) {
        for (int column : alternatives) {
            if (column < cells.size() && !cells.get(column).isBlank()) {
                return column;
            }
        }
        return -1;
    }

    private <T> @Nullable T read(List<Integer> alternatives, Function<String, T> reading) {
        int column = filled(alternatives);
        if (column < 0) {
            return null;
        }
        String cell = cells.get(column).strip();
        try {
            return reading.apply(cell);
        } catch (IllegalArgumentException e) {
            refuse(columns.heading(column), cell, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** The cell as it stands, or null where it is blank. */
    @Nullable
    String raw(String field) {
        return read(columns.of(field), Function.identity());
    }

    @Nullable
    String text(String field, int longest) {
        return read(columns.of(field), cell -> Values.text(cell, longest));
    }

    /** A text that must be there. */
    @Nullable
    String required(String field, int longest) {
        String text = text(field, longest);
        if (text == null && filled(columns.of(field)) < 0) {
            refuseField(field, "", "must not be blank");
        }
        return text;
    }

    @Nullable
    LocalDate date(String field) {
        return read(columns.of(field), values::date);
    }

    /** A day or an instant, with the time of day from a column of its own where there is one. */
    @Nullable
    Instant instant(String field, String timeField) {
        String time = raw(timeField);
        return read(columns.of(field), cell -> values.instant(time == null ? cell : cell + " " + time));
    }

    @Nullable
    Money money(String field, Currency currency) {
        return read(columns.of(field), cell -> values.money(cell, currency));
    }

    /** The row's currency, or null where it names none. */
    @Nullable
    Currency currency() {
        return read(columns.of("currency"), Values::currency);
    }

    boolean isFilled(List<Integer> alternatives) {
        return filled(alternatives) >= 0;
    }
}
