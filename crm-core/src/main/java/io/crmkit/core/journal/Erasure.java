package io.crmkit.core.journal;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is left of fields when some of them are erased. */
final class Erasure {

    private final List<String> names;

    /** The broadest name comes first, since what it covers is left with no other. */
    Erasure(Collection<String> names) {
        this.names = names.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length))
                .toList();
    }

    /** The fields, with one erased field in the place of the first that a name covers. */
    List<FieldChange> of(List<FieldChange> fields) {
        Set<FieldChange> left = new LinkedHashSet<>();
        fields.forEach(
                field -> left.add(covering(field).map(FieldChange::erased).orElse(field)));
        return List.copyOf(left);
    }

    private Optional<String> covering(FieldChange field) {
        return names.stream().filter(name -> covers(name, field.field())).findFirst();
    }

    private static boolean covers(String name, String path) {
        return path.startsWith(name)
                && (path.length() == name.length() || ".[".indexOf(path.charAt(name.length())) >= 0);
    }
}
