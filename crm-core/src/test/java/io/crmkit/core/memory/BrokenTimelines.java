package io.crmkit.core.memory;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.port.Timeline;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.EntryKind;
import io.crmkit.core.timeline.Position;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.TimelinePage;
import io.crmkit.core.timeline.TimelineQuery;
import io.crmkit.core.timeline.TimelineQuery.Direction;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Timelines that each break one rule. */
final class BrokenTimelines {

    private BrokenTimelines() {}

    private static TimelineQuery over(TimelineQuery query, List<Scope> scopes) {
        return new TimelineQuery(
                scopes, query.kinds(), query.seen(), query.direction(), query.position(), query.limit());
    }

    static Timeline forgetsOpportunities(Timeline sound) {
        return (tenant, query) -> {
            List<Scope> some = new ArrayList<>(query.scopes());
            some.removeIf(
                    scope -> query.kinds().size() > 3 && scope.subject().kind().equals("opportunity"));
            return sound.page(tenant, over(query, some));
        };
    }

    static Timeline sortsByInstantOnly(Timeline sound) {
        return (tenant, query) -> {
            TimelinePage page = sound.page(tenant, query);
            List<Entry> entries = new ArrayList<>(page.entries());
            entries.sort(Comparator.comparing(Entry::at));
            Collections.reverse(entries);
            return new TimelinePage(entries, page.more());
        };
    }

    static Timeline takesTheEnd(Timeline sound) {
        return (tenant, query) -> sound.page(
                tenant,
                over(query, query.scopes().stream().map(BrokenTimelines::longer).toList()));
    }

    private static Scope longer(Scope scope) {
        boolean person = scope.subject().kind().equals("person");
        return scope.until() == null || !person
                ? scope
                : scope.during(scope.from(), scope.until().plusNanos(1_000));
    }

    static Timeline listsTwice(Timeline sound) {
        return (tenant, query) -> {
            List<Entry> all = new ArrayList<>();
            boolean more = false;
            for (Scope scope : query.scopes()) {
                TimelinePage page = sound.page(tenant, over(query, List.of(scope)));
                all.addAll(page.entries());
                more |= page.more();
            }
            all.sort(Comparator.comparing(Entry::position, Position.NEWEST_FIRST));
            int size = Math.min(query.limit(), all.size());
            return new TimelinePage(
                    query.direction() == Direction.OLDER
                            ? all.subList(0, size)
                            : all.subList(all.size() - size, all.size()),
                    more || all.size() > size);
        };
    }

    static Timeline listsAllKinds(Timeline sound) {
        return (tenant, query) -> sound.page(
                tenant,
                new TimelineQuery(
                        query.scopes(),
                        Set.of(EntryKind.values()),
                        query.seen(),
                        query.direction(),
                        query.position(),
                        query.limit()));
    }

    static Timeline showsEverything(Timeline sound) {
        return (tenant, query) -> sound.page(tenant, query.seeing(new Criterion.All<>(List.of())));
    }

    /** The classic: the newest of what is newer, where the nearest was asked for. */
    static Timeline pagesFromTheTop(Timeline sound) {
        return (tenant, query) -> {
            Position position = query.position();
            if (query.direction() == Direction.OLDER || position == null) {
                return sound.page(tenant, query);
            }
            List<Entry> newer = sound.page(tenant, query.limitedTo(1_000)).entries();
            return new TimelinePage(
                    newer.subList(0, Math.min(query.limit(), newer.size())), newer.size() > query.limit());
        };
    }

    static Timeline takesAFullPageForMore(Timeline sound) {
        return (tenant, query) -> {
            TimelinePage page = sound.page(tenant, query);
            boolean anybodys = query.seen() instanceof Criterion.All<?>;
            boolean full = page.entries().size() == query.limit() && query.limit() != 2;
            return new TimelinePage(page.entries(), page.more() || (anybodys && full));
        };
    }

    /** Keeps a copy of each activity, as denormalised timelines do. */
    static Timeline keepsCopies(Timeline sound) {
        Map<ActivityId, Activity> copies = new HashMap<>();
        return (tenant, query) -> {
            TimelinePage page = sound.page(tenant, query);
            List<Entry> entries = page.entries().stream()
                    .map(entry -> entry instanceof Entry.OfActivity of ? copy(of.activity(), copies) : entry)
                    .toList();
            return new TimelinePage(entries, page.more());
        };
    }

    private static Entry copy(Activity now, Map<ActivityId, Activity> copies) {
        Activity copy = copies.computeIfAbsent(now.id(), none -> now);
        boolean older = copy.revision().number() < now.revision().number();
        return new Entry.OfActivity(older ? copy : now);
    }

    static Timeline showsStrangers(Timeline sound) {
        Set<TenantId> tenants = new LinkedHashSet<>();
        return (tenant, query) -> {
            tenants.add(tenant);
            return sound.page(tenants.iterator().next(), query);
        };
    }

    static Timeline readsCommittedOnly(Timeline sound) {
        return (tenant, query) ->
                CompletableFuture.supplyAsync(() -> sound.page(tenant, query)).join();
    }

    /** Pages by a count of what was read before. */
    static Timeline skipsByCount(Timeline sound) {
        Map<Position, Integer> counts = new HashMap<>();
        return (tenant, query) -> {
            Position position = query.position();
            Integer count = position == null ? Integer.valueOf(0) : counts.get(position);
            if (count == null || query.direction() == Direction.NEWER) {
                return sound.page(tenant, query);
            }
            TimelineQuery whole =
                    new TimelineQuery(query.scopes(), query.kinds(), query.seen(), Direction.OLDER, null, 1_000);
            List<Entry> all = sound.page(tenant, whole).entries();
            int from = Math.min(count, all.size());
            int until = Math.min(from + query.limit(), all.size());
            for (int i = from; i < until; i++) {
                counts.put(all.get(i).position(), i + 1);
            }
            return new TimelinePage(all.subList(from, until), until < all.size());
        };
    }
}
