package io.crmkit.core.access;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.Field;
import io.crmkit.core.port.Access;
import io.crmkit.core.port.AccessDeniedException;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Page;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One actor's access to the records of one noun, ready to be asked. */
final class Guard<N extends Noun<?>> {

    private final String noun;
    private final Access<N> access;
    private final Predicate<N> visible;
    private final Predicate<N> writable;
    private final HiddenFields<N> hidden;
    private final @Nullable SellerId self;

    Guard(Class<N> noun, Access<N> access, @Nullable SellerId self) {
        this.self = self;
        this.noun = noun.getSimpleName();
        this.access = access;
        this.visible = access.visible().compile();
        this.writable = access.writable().compile();
        this.hidden = new HiddenFields<>(noun, access.hidden());
    }

    boolean isUnlimited() {
        return access.isUnlimited();
    }

    boolean showsAll() {
        return access.showsAll();
    }

    boolean shows(N stored) {
        return visible.test(stored);
    }

    boolean lets(N stored) {
        return visible.test(stored) && writable.test(stored);
    }

    boolean hides(Field<N, ?> field) {
        return hidden.contains(field);
    }

    boolean hidesAny() {
        return !access.hidden().isEmpty();
    }

    boolean hides(String path) {
        return hidden.holds(path);
    }

    N masked(N stored) {
        return hidden.masked(stored);
    }

    Page<N> masked(Page<N> page) {
        return new Page<>(page.items().stream().map(hidden::masked).toList(), page.last());
    }

    /** The records that are visible and, as they may be seen, meant. */
    Criterion<N> visible(Criterion<N> meant) {
        return both(access.visible(), hidden.seen(meant));
    }

    /** The records that count in totals and, as they may be seen, are meant. */
    Criterion<N> counted(Criterion<N> meant) {
        return both(access.visible().or(access.counted()), hidden.seen(meant));
    }

    private static <N> Criterion<N> both(Criterion<N> one, Criterion<N> other) {
        if (one.equals(Criterion.everything())) {
            return other;
        }
        return other.equals(Criterion.everything()) ? one : one.and(other);
    }

    /** The record to store for one that is given, or a refusal. */
    N storable(N given, @Nullable N stored) {
        if (given.revision().isNone()) {
            return required(given, writable.test(given), "must not be added by this actor");
        } else if (stored == null) {
            return given;
        } else if (!visible.test(stored)) {
            throw absent(given);
        }
        N whole = hidden.kept(given, stored);
        boolean answersForOneself = isOwnAnswer(whole, stored);
        required(given, answersForOneself || writable.test(stored), "must not be changed by this actor");
        hidden.setBy(given).ifPresent(field -> {
            throw denied(given, "must not be given a value for " + field + " by this actor, who may not see it");
        });
        boolean keeps = answersForOneself || access.handsOver() || writable.test(whole);
        return required(whole, keeps, "must not be given away by this actor");
    }

    /* nothing differs but what the actor says to being invited */
    private boolean isOwnAnswer(N given, N stored) {
        return self != null
                && given instanceof Activity wished
                && stored instanceof Activity before
                && wished.isAnswerOf(self, before);
    }

    /* what a store answers to the save of a record that does not exist at that revision */
    private StaleRevisionException absent(N given) {
        return new StaleRevisionException(given.id(), given.revision(), null);
    }

    private N required(N given, boolean allowed, String rule) {
        if (!allowed) {
            throw denied(given, rule);
        }
        return given;
    }

    private AccessDeniedException denied(N given, String rule) {
        Identifier id = given.id();
        return new AccessDeniedException(noun, id, rule);
    }

    List<N> answered(List<N> given, List<N> saved) {
        return java.util.stream.IntStream.range(0, given.size())
                .mapToObj(i -> given.get(i).revision().isNone() ? saved.get(i) : masked(saved.get(i)))
                .toList();
    }
}
