package io.crmkit.core.exchange;

import io.crmkit.core.exchange.Finding.Code;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** What stood out, counted by what it is about. */
final class Findings {

    private record Key(Code code, String file, String value) {}

    private final List<Finding> single = new ArrayList<>();
    private final Map<Key, Long> counted = new LinkedHashMap<>();

    void add(Finding finding) {
        single.add(finding);
    }

    void count(Code code, String file, String value) {
        counted.merge(new Key(code, file, value), 1L, Long::sum);
    }

    /**
     * Returns all findings; those counted are worded now that their numbers are known.
     *
     * @param suggest what was probably meant by a value, given what it is
     */
    List<Finding> all(BiFunction<Code, String, java.util.Optional<String>> suggest) {
        List<Finding> all = new ArrayList<>();
        counted.forEach((key, rows) -> {
            String suggestion = suggest.apply(key.code(), key.value()).orElse(null);
            String meant = suggestion == null ? "" : "; did they mean '" + suggestion + "'?";
            all.add(new Finding(key.code(), key.file(), worded(key, rows) + meant, rows, key.value(), suggestion));
        });
        all.sort(java.util.Comparator.comparing(Finding::rows).reversed());
        all.addAll(single);
        return all;
    }

    private static String worded(Key key, long rows) {
        String subject = "%,d %s".formatted(rows, rows == 1 ? "row" : "rows");
        String value = "'" + key.value() + "'";
        return switch (key.code()) {
            case UNKNOWN_PRODUCT -> subject + " name the product " + value + ", which the catalogue does not have";
            case UNKNOWN_SELLER -> subject + " name the seller " + value + ", who is not among the sellers";
            case UNKNOWN_COMPANY -> subject + " name the company " + value + ", which is not among the companies";
            case UNKNOWN_STAGE ->
                subject + " stand in the stage " + value
                        + ", which the mapping does not list; its meaning and its place were"
                        + " guessed: name it in stage.open, stage.won or stage.lost";
            case UNKNOWN_OPPORTUNITY -> subject + " name the opportunity " + value + ", which is not known";
            case CURRENCY_ASSUMED -> subject + " have an amount and no currency; " + key.value() + " was taken";
            case ALREADY_STORED -> subject + " name what is stored already; it was left as it is";
            default -> subject + ": " + value;
        };
    }
}
