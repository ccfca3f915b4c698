package io.crmkit.core.memory;

import io.crmkit.core.journal.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes of one tenant by ascending sequence, and by subject. */
final class Book {

    static final Book EMPTY = new Book();

    private final List<Change> changes = new ArrayList<>();
    private final Map<UUID, List<Change>> bySubject = new HashMap<>();
    /* how many of the changes stand by their subjects */
    private int indexed;
    /* made when first asked for: most subjects never are; readers may ask at the same time */
    private final Map<UUID, SortedKeys> byInstant = new ConcurrentHashMap<>();

    void addAll(List<Change> more) {
        changes.addAll(more);
    }

    /** Takes over the changes of another, ready for readers that ask at the same time. */
    void commit(Book others) {
        addAll(others.changes);
        index();
    }

    /* what is pending and never asked for is not indexed twice */
    private void index() {
        for (; indexed < changes.size(); indexed++) {
            Change change = changes.get(indexed);
            bySubject
                    .computeIfAbsent(change.subject().value(), none -> new ArrayList<>(1))
                    .add(change);
            SortedKeys keys = byInstant.get(change.subject().value());
            if (keys != null) {
                add(keys, change);
            }
        }
    }

    /** Puts a change in the place of the one that has its sequence. */
    void replace(Change change) {
        put(changes, change);
        put(of(change.subject().value()), change);
    }

    private static void put(List<Change> all, Change change) {
        int place = firstBehind(all, change.sequence() - 1);
        if (place < all.size() && all.get(place).sequence() == change.sequence()) {
            all.set(place, change);
        }
    }

    private static void add(SortedKeys keys, Change change) {
        keys.add(SubjectIndex.micros(change.occurredAt()), 0, change.sequence());
    }

    /** A subject's sequences in the order of the instants their changes occurred at. */
    SortedKeys byInstant(UUID subject) {
        List<Change> all = of(subject);
        if (all.isEmpty()) {
            return SortedKeys.NONE;
        }
        return byInstant.computeIfAbsent(subject, none -> {
            SortedKeys keys = new SortedKeys();
            all.forEach(change -> add(keys, change));
            return keys;
        });
    }

    @Nullable
    Change find(long sequence) {
        int place = firstBehind(changes, sequence - 1);
        return place < changes.size() && changes.get(place).sequence() == sequence ? changes.get(place) : null;
    }

    @Nullable
    Change last() {
        return changes.isEmpty() ? null : changes.get(changes.size() - 1);
    }

    Stream<Change> after(long sequence) {
        return behind(changes, sequence).stream();
    }

    Stream<Change> after(UUID subject, long sequence) {
        return behind(of(subject), sequence).stream();
    }

    Stream<Change> before(UUID subject, long sequence) {
        List<Change> all = of(subject);
        int end = sequence == 0 ? 0 : firstBehind(all, sequence - 1);
        return IntStream.range(0, end).mapToObj(i -> all.get(end - 1 - i));
    }

    private List<Change> of(UUID subject) {
        if (indexed < changes.size()) {
            index();
        }
        return bySubject.getOrDefault(subject, List.of());
    }

    private static List<Change> behind(List<Change> all, long sequence) {
        return all.subList(firstBehind(all, sequence), all.size());
    }

    /* by halving, since sequences ascend */
    private static int firstBehind(List<Change> all, long sequence) {
        int from = 0;
        int until = all.size();
        while (from < until) {
            int middle = (from + until) >>> 1;
            if (all.get(middle).sequence() <= sequence) {
                from = middle + 1;
            } else {
                until = middle;
            }
        }
        return from;
    }
}
