package io.crmkit.jpa;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.Credit;
import io.crmkit.core.port.ActivityColumns;
import io.crmkit.core.port.ActivityCounting;
import io.crmkit.core.team.SellerId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Activities read page after page into blocks: for the seller whose each is, and for those who share it. */
final class ActivityReading {

    /** How many records are read at once, which is all that is held of them. */
    static final int PAGE = 10_000;

    private static final String AT = "occurredAt";

    private final ActivityCounting counting;
    private final Set<ActivityType> shared;
    private final List<String> sharedCodes;
    private final ActivityColumns.Filler filler;
    private final Types types = new Types();

    /** Asks for one page of the activities that count. */
    interface Pages {
        List<Object[]> read(Function<Grouping<Activity, ActivityRow>, List<Object[]>> page);
    }

    /** Where a page has ended. */
    private record Key(Instant at, UUID id) {}

    ActivityReading(ActivityCounting counting, ActivityColumns.Filler filler) {
        this.counting = counting;
        this.shared = counting.shared();
        this.sharedCodes = shared.stream().map(ActivityType::code).toList();
        this.filler = filler;
    }

    void all(Pages pages) {
        Key before = null;
        List<Object[]> page;
        do {
            Key after = before;
            page = pages.read(all -> behind(all, after)
                    .by("seller", "typeCode", "sellerCount", AT, "id")
                    .each(PAGE, AT, "id"));
            page.forEach(this::add);
            if (!page.isEmpty()) {
                Object[] row = page.get(page.size() - 1);
                Key last = new Key((Instant) row[3], (UUID) row[4]);
                addSharing(pages, page, after, last);
                before = last;
            }
        } while (page.size() == PAGE);
    }

    private static Grouping<Activity, ActivityRow> behind(Grouping<Activity, ActivityRow> all, @Nullable Key key) {
        return key == null ? all : all.behind(AT, key.at(), key.id());
    }

    /* those who take part in what the page holds, asked for where there are any */
    private void addSharing(Pages pages, List<Object[]> page, @Nullable Key after, Key last) {
        boolean any = page.stream().anyMatch(row -> (Integer) row[2] > 1 && shared.contains(types.of((String) row[1])));
        if (any) {
            pages.read(all -> behind(all, after)
                            .upTo(AT, last.at(), last.id())
                            .byParticipatingSeller(sharedCodes)
                            .by("typeCode", "sellerCount", AT)
                            .each(Integer.MAX_VALUE))
                    .forEach(this::add);
        }
    }

    private void add(Object[] row) {
        ActivityType type = types.of((String) row[1]);
        int shares = counting.rule(type).credit() == Credit.SPLIT ? (Integer) row[2] : 1;
        filler.add(new SellerId((UUID) row[0]), type, shares, (Instant) row[3]);
    }

    void finish() {
        filler.finish();
    }
}
