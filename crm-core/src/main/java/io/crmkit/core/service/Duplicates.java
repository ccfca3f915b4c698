package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.DuplicateComparison;
import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.party.DuplicatePolicy;
import io.crmkit.core.party.DuplicateProfile;
import io.crmkit.core.party.DuplicateScore;
import io.crmkit.core.party.LeadId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.port.PhoneNormalizer;
import io.crmkit.core.port.Store;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which records are likely to be the same, and why.
 *
 * <p>Definition: records that share a {@linkplain io.crmkit.core.party.DuplicateKeys key} are compared by the policy; those
 * that reach its threshold are likely duplicates. A key that more records share than the policy allows means nothing.
 *
 * <p>What it is not: a merge. Nothing here changes a record.
 */
public final class Duplicates {

    private static final Comparator<DuplicateScore> LIKELIEST_FIRST = Comparator.comparingDouble(DuplicateScore::total)
            .reversed()
            .thenComparing(score -> score.theirs().id().toString());

    private final Call call;
    private final DuplicateComparison comparison;

    /**
     * Serves one call.
     *
     * @param call the call
     * @param policy what counts as evidence, and how much is enough
     * @param phones tells telephone numbers written differently for the same
     */
    public Duplicates(Call call, DuplicatePolicy policy, PhoneNormalizer phones) {
        this.call = requireNonNull(call, "call");
        requireNonNull(phones, "phones");
        this.comparison = new DuplicateComparison(policy, phones::e164);
    }

    /**
     * Lists the people likely to be the same as a person.
     *
     * @param id the person
     * @return the likely duplicates, the likeliest first
     * @throws NotFoundException if the person does not exist
     */
    public List<DuplicateScore> of(PersonId id) {
        return like(profile(call.stores().people(), id, DuplicateProfile::of), DuplicateKind.PERSON);
    }

    /**
     * Lists the companies likely to be the same as a company.
     *
     * @param id the company
     * @return the likely duplicates, the likeliest first
     * @throws NotFoundException if the company does not exist
     */
    public List<DuplicateScore> of(CompanyId id) {
        return like(profile(call.stores().companies(), id, DuplicateProfile::of), DuplicateKind.COMPANY);
    }

    /**
     * Lists the leads likely to be the same as a lead.
     *
     * @param id the lead
     * @return the likely duplicates, the likeliest first
     * @throws NotFoundException if the lead does not exist
     */
    public List<DuplicateScore> of(LeadId id) {
        return like(profile(call.stores().leads(), id, DuplicateProfile::of), DuplicateKind.LEAD);
    }

    private <N extends Noun<I>, I extends Identifier> DuplicateProfile profile(
            Store<N, I> store, I id, Function<N, DuplicateProfile> profile) {
        requireNonNull(id, "id");
        return store.find(call.tenant(), id).map(profile).orElseThrow(() -> new NotFoundException(id));
    }

    /**
     * Lists the records of one kind likely to be the same as what a profile tells of, stored or not: what is about to be
     * added, or a lead among people.
     *
     * @param profile the profile
     * @param among which records to look through
     * @return the likely duplicates, the likeliest first; never the profile's own record
     */
    public List<DuplicateScore> like(DuplicateProfile profile, DuplicateKind among) {
        requireNonNull(among, "among");
        return pairs(List.of(requireNonNull(profile, "profile")), among)
                .sorted(LIKELIEST_FIRST)
                .toList();
    }

    /**
     * Lists the likely duplicates among all records of one kind, a page of records at a time; each pair is listed once,
     * with the record of the lower identity as the one.
     *
     * @param kind of which kind
     * @param request how many records to look at, and after which; a page may list more pairs than records, or none
     * @return the pairs, with the last record looked at where there are more
     */
    public Page<DuplicateScore> all(DuplicateKind kind, PageRequest request) {
        return switch (requireNonNull(kind, "kind")) {
            case PERSON -> all(call.stores().people(), DuplicateProfile::of, kind, request);
            case COMPANY -> all(call.stores().companies(), DuplicateProfile::of, kind, request);
            case LEAD -> all(call.stores().leads(), DuplicateProfile::of, kind, request);
        };
    }

    private <N extends Noun<?>> Page<DuplicateScore> all(
            Store<N, ?> store, Function<N, DuplicateProfile> profile, DuplicateKind kind, PageRequest request) {
        Page<N> page = store.page(call.tenant(), requireNonNull(request, "request"));
        List<DuplicateScore> pairs = pairs(page.items().stream().map(profile).toList(), kind)
                .filter(score -> precedes(score.mine().id(), score.theirs().id()))
                .toList();
        return new Page<>(pairs, page.last());
    }

    private static boolean precedes(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high < 0
                || (high == 0
                        && Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits()) < 0);
    }

    private Stream<DuplicateScore> pairs(List<DuplicateProfile> mine, DuplicateKind among) {
        Map<DuplicateProfile, Set<String>> keys = new HashMap<>();
        mine.forEach(profile -> keys.put(profile, comparison.policy().keys(profile)));
        Set<String> all = new HashSet<>();
        keys.values().forEach(all::addAll);
        Map<String, Set<UUID>> owners = all.isEmpty()
                ? Map.of()
                : call.stores()
                        .matchKeys()
                        .owners(call.tenant(), among, all, comparison.policy().mostSharing());
        Map<UUID, DuplicateProfile> theirs = new HashMap<>();
        profiles(among, owners.values().stream().flatMap(Set::stream).distinct().toList())
                .forEach(profile -> theirs.put(profile.id(), profile));
        return mine.stream()
                .flatMap(profile -> likely(profile, candidates(keys.getOrDefault(profile, Set.of()), owners, theirs)));
    }

    private static Collection<DuplicateProfile> candidates(
            Set<String> keys, Map<String, Set<UUID>> owners, Map<UUID, DuplicateProfile> theirs) {
        return keys.stream()
                .flatMap(key -> owners.getOrDefault(key, Set.of()).stream())
                .distinct()
                .flatMap(id -> Stream.ofNullable(theirs.get(id)))
                .toList();
    }

    private Stream<DuplicateScore> likely(DuplicateProfile mine, Collection<DuplicateProfile> candidates) {
        return candidates.stream()
                .filter(theirs -> !theirs.id().equals(mine.id()))
                .map(theirs -> comparison.score(mine, theirs))
                .filter(comparison::isLikely);
    }

    private Stream<DuplicateProfile> profiles(DuplicateKind kind, List<UUID> ids) {
        return switch (kind) {
            case PERSON -> found(call.stores().people(), ids, PersonId::new).map(DuplicateProfile::of);
            case COMPANY ->
                found(call.stores().companies(), ids, CompanyId::new).map(DuplicateProfile::of);
            case LEAD -> found(call.stores().leads(), ids, LeadId::new).map(DuplicateProfile::of);
        };
    }

    private <N extends Noun<I>, I extends Identifier> Stream<N> found(
            Store<N, I> store, List<UUID> ids, Function<UUID, I> id) {
        return ids.isEmpty()
                ? Stream.empty()
                : store.findAll(call.tenant(), ids.stream().map(id).toList()).values().stream();
    }
}
