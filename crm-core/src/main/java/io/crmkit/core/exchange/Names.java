package io.crmkit.core.exchange;

import io.crmkit.core.port.Store;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The identities behind the names a file uses for one noun; names not stored yet are stored when first used. */
final class Names<N extends Noun<I>, I extends Identifier> {

    private final Store<N, I> store;
    private final TenantId tenant;
    private final Function<String, N> maker;
    private final Map<String, I> known = new HashMap<>();
    private final Set<String> listed = new HashSet<>();

    Names(Store<N, I> store, TenantId tenant, Function<String, N> maker) {
        this.store = store;
        this.tenant = tenant;
        this.maker = maker;
    }

    /** Makes sure that every name has an identity, with one question to the store and one answer to it. */
    void resolve(Collection<String> names) {
        Set<String> unknown = missing(names);
        if (!unknown.isEmpty()) {
            List<N> made = unknown.stream().map(maker).toList();
            store.saveAll(tenant, made).forEach(this::know);
        }
    }

    /** Learns which names are stored, and returns those that are not. */
    Set<String> missing(Collection<String> names) {
        Set<String> asked = new LinkedHashSet<>(names);
        asked.removeAll(known.keySet());
        if (!asked.isEmpty()) {
            Map<String, I> stored = store.idsByNaturalKey(tenant, asked);
            known.putAll(stored);
            asked.removeAll(stored.keySet());
        }
        return asked;
    }

    private void know(N noun) {
        known.put(Objects.requireNonNull(noun.naturalKey(), "naturalKey"), noun.id());
    }

    /** Stores records that a list names, and remembers that it does. */
    List<N> store(List<N> nouns) {
        List<N> stored = store.saveAll(tenant, nouns);
        stored.forEach(noun -> {
            know(noun);
            listed.add(Objects.requireNonNull(noun.naturalKey(), "naturalKey"));
        });
        return stored;
    }

    void list(String name) {
        listed.add(name);
    }

    /** Says whether a list of these was read that does not have the name. */
    boolean isUnlisted(String name) {
        return !listed.isEmpty() && !listed.contains(name);
    }

    @Nullable
    I id(@Nullable String name) {
        return name == null ? null : known.get(name);
    }

    I required(String name) {
        return Objects.requireNonNull(known.get(name), name);
    }

    /** The listed name that a name was probably meant to be. */
    Optional<String> meantBy(String name) {
        List<String> like = new ArrayList<>(listed);
        String bare = bare(name);
        return like.stream().filter(candidate -> bare(candidate).equals(bare)).findFirst();
    }

    /** Letters and digits only, so that {@code GTXPro} and {@code GTX Pro} are one. */
    private static String bare(String name) {
        StringBuilder bare = new StringBuilder();
        name.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }
}
