package io.crmkit.core.exchange;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** In which line each name or reference of a file stands, so that none is taken twice. */
final class Lines {

    private final Map<String, Long> first = new HashMap<>();

    /** Refuses a row whose key stood in an earlier row that was not refused. */
    void refuseRepeated(Row row, String field, @Nullable String key) {
        if (key == null || !row.problems().isEmpty()) {
            return;
        }
        Long line = first.putIfAbsent(key, row.line());
        if (line != null) {
            row.refuseField(field, key, "stands in line " + line + " already");
        }
    }

    long of(String key) {
        return first.getOrDefault(key, 0L);
    }
}
