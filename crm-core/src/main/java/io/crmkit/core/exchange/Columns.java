package io.crmkit.core.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which columns of one file a mapping takes which fields from. */
final class Columns {

    private static final List<String> FIELDS = List.of(
            "reference",
            "name",
            "pipeline",
            "seller",
            "company",
            "contact",
            "product",
            "stage",
            "amount",
            "currency",
            "status",
            "opened",
            "expected_close",
            "closed",
            "close_date",
            "team",
            "region",
            "sector",
            "location",
            "parent",
            "series",
            "list_price",
            "type",
            "at",
            "time",
            "state",
            "opportunity");

    private final DataKind kind;
    private final Mapping mapping;
    private final List<String> headings;
    private final Map<String, List<Integer>> byField = new HashMap<>();
    private final Map<String, List<Integer>> byStage = new HashMap<>();
    private final Set<Integer> used = new HashSet<>();

    private Columns(DataKind kind, Mapping mapping, List<String> headings) {
        this.kind = kind;
        this.mapping = mapping;
        this.headings = headings;
        FIELDS.stream().filter(kind::has).forEach(field -> bind(byField, field, mapping.headings(kind, field)));
        if (kind == DataKind.OPPORTUNITIES) {
            mapping.stagesEntered().forEach(this::bindStage);
        }
    }

    /** A star stands for any stage; the pipeline that some exports name after it in parentheses is left out. */
    private void bindStage(String stage, List<String> names) {
        if (!stage.equals("*")) {
            bind(byStage, stage, names);
            return;
        }
        for (String name : names) {
            Pattern form = Pattern.compile(
                    Pattern.quote(name).replace("*", "\\E(.+?)(?: \\([^)]*\\))?\\Q"), Pattern.CASE_INSENSITIVE);
            for (String heading : headings) {
                Matcher entered = form.matcher(heading);
                if (entered.matches()) {
                    bind(byStage, entered.group(1), List.of(heading));
                }
            }
        }
    }

    private void bind(Map<String, List<Integer>> target, String key, List<String> names) {
        List<Integer> found = new ArrayList<>();
        for (String name : names) {
            for (int i = 0; i < headings.size(); i++) {
                if (headings.get(i).equalsIgnoreCase(name)) {
                    found.add(i);
                    used.add(i);
                }
            }
        }
        if (!found.isEmpty()) {
            target.put(key, found);
        }
    }

    /** Finds the kind of rows, and the mapping, that take most of a file's columns. */
    static Optional<Columns> recognise(List<String> headings, List<Mapping> mappings) {
        Columns best = null;
        for (Mapping mapping : mappings) {
            for (DataKind kind : DataKind.values()) {
                Columns columns = new Columns(kind, mapping, headings);
                if (columns.fits() && (best == null || columns.used.size() > best.used.size())) {
                    best = columns;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Says what the mapping that comes nearest misses in a file that none fits, or nothing where none comes near. */
    static Optional<String> missed(List<String> headings, List<Mapping> mappings) {
        return mappings.stream()
                .flatMap(mapping -> Stream.of(DataKind.values()).map(kind -> new Columns(kind, mapping, headings)))
                .filter(columns -> columns.used.size() >= 2)
                .max(Comparator.comparingInt(columns -> columns.used.size()))
                .map(columns -> columns.kind.required().stream()
                        .filter(field -> !columns.has(field))
                        .map(columns::mapped)
                        .collect(Collectors.joining(" nor ")));
    }

    private String mapped(String field) {
        List<String> names = mapping.headings(kind, field);
        return kind.prefix() + "." + field + (names.isEmpty() ? "" : " (" + String.join(" | ", names) + ")");
    }

    /** The fields for which the mapping names headings, none of which the file has. */
    List<String> absent() {
        return FIELDS.stream()
                .filter(kind::has)
                .filter(field -> !has(field) && !mapping.headings(kind, field).isEmpty())
                .map(this::mapped)
                .toList();
    }

    private boolean fits() {
        boolean complete = kind != DataKind.UNRECOGNISED && byField.keySet().containsAll(kind.required());
        return complete && (used.size() >= 2 || headings.size() == 1);
    }

    DataKind kind() {
        return kind;
    }

    Mapping mapping() {
        return mapping;
    }

    int count() {
        return headings.size();
    }

    boolean has(String field) {
        return byField.containsKey(field);
    }

    /** The columns a field may be taken from, in order of preference. */
    List<Integer> of(String field) {
        return byField.getOrDefault(field, List.of());
    }

    Map<String, List<Integer>> stagesEntered() {
        return byStage;
    }

    String heading(int column) {
        return headings.get(column);
    }

    /** The heading to name in a message about a field. */
    String headingOf(String field) {
        List<Integer> columns = of(field);
        return columns.isEmpty() ? field : headings.get(columns.get(0));
    }

    List<String> unused() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            if (!used.contains(i) && !headings.get(i).isEmpty()) {
                names.add(headings.get(i));
            }
        }
        return names;
    }

    /** The headings that stand twice, so that nobody can tell which is meant. */
    List<String> repeated() {
        Set<String> seen = new HashSet<>();
        return headings.stream()
                .filter(heading -> !heading.isEmpty() && !seen.add(heading.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
