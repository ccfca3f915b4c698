package io.crmkit.core.access;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.activity.ActivityTypeDefinition;
import io.crmkit.core.audience.Field;
import io.crmkit.core.document.Product;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.Team;
import io.crmkit.core.value.Noun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What those may see and do who have it.
 *
 * <p>Definition: a role says how far reading and writing reach, for all nouns and for single ones, and which fields are
 * hidden. Sellers, teams, products, pipelines and activity types are <i>reference data</i>: every role reads all of them, and writes them
 * where {@link #writingReferenceData} says so. A role is immutable; each method answers with another.
 */
public final class Role {

    private static final Set<Class<?>> REFERENCE_DATA =
            Set.of(Seller.class, Team.class, Product.class, Pipeline.class, ActivityTypeDefinition.class);

    private record Reaches(Reach read, Reach write) {}

    private final String name;
    private final Reaches usual;
    private final Map<Class<?>, Reaches> special;
    private final Reach compared;
    private final List<Field<?, ?>> hidden;
    private final boolean handsOver;

    private Role(
            String name,
            Reaches usual,
            Map<Class<?>, Reaches> special,
            Reach compared,
            List<Field<?, ?>> hidden,
            boolean handsOver) {
        this.name = requireNonNull(name, "name");
        this.usual = usual;
        this.special = Map.copyOf(special);
        this.compared = requireNonNull(compared, "compared");
        this.hidden = List.copyOf(hidden);
        this.handsOver = handsOver;
    }

    /**
     * Makes a role that reads and writes as far as it says, compares nobody with anybody and hides nothing.
     *
     * @param name the name, for people
     * @param read how far reading reaches
     * @param write how far writing reaches; what may be written must be within reading, too
     * @return the role, which does not write reference data and gives no record away
     */
    public static Role of(String name, Reach read, Reach write) {
        Role role = new Role(name, new Reaches(read, write), Map.of(), Reach.NONE, List.of(), false);
        return role.referenceData(Reach.NONE);
    }

    /**
     * Makes a role for those who sell: they see what they take part in, write what is their own, and are compared with
     * their team's total.
     *
     * @return the role {@code seller}
     */
    public static Role seller() {
        return of("seller", Reach.ASSIGNED, Reach.OWN).comparing(Reach.TEAM);
    }

    /**
     * Makes a role for those who lead a team: they see and write what is their team's, and give it to whom they like.
     *
     * @return the role {@code team leader}
     */
    public static Role teamLeader() {
        return of("team leader", Reach.TEAM, Reach.TEAM).handingOver();
    }

    /**
     * Makes a role for those who lead teams of teams: they see and write what is these teams', give it to whom they like,
     * and keep the reference data.
     *
     * @return the role {@code manager}
     */
    public static Role manager() {
        return of("manager", Reach.SUBTREE, Reach.SUBTREE).handingOver().writingReferenceData();
    }

    /**
     * Makes a role for those who may see and write everything.
     *
     * @return the role {@code administrator}
     */
    public static Role administrator() {
        return of("administrator", Reach.ALL, Reach.ALL).handingOver().writingReferenceData();
    }

    /**
     * Makes a role for those who see everything and write nothing.
     *
     * @return the role {@code reader}
     */
    public static Role reader() {
        return of("reader", Reach.ALL, Reach.NONE);
    }

    /**
     * Says how far the role reaches in one noun.
     *
     * @param noun the noun's class
     * @param read how far reading reaches
     * @param write how far writing reaches
     * @return the role
     */
    public Role with(Class<? extends Noun<?>> noun, Reach read, Reach write) {
        Map<Class<?>, Reaches> more = new HashMap<>(special);
        more.put(requireNonNull(noun, "noun"), new Reaches(read, write));
        return new Role(name, usual, more, compared, hidden, handsOver);
    }

    /**
     * Hides fields; only such can be hidden as may be left empty.
     *
     * @param fields the fields, of any nouns
     * @return the role
     */
    public Role hiding(Field<?, ?>... fields) {
        List<Field<?, ?>> more = new ArrayList<>(hidden);
        more.addAll(List.of(fields));
        return new Role(name, usual, special, compared, more, handsOver);
    }

    /**
     * Says whose records count in the totals that the role's are set beside, though they are not seen themselves.
     *
     * <p>A total that has but one other seller in it would be that seller's row, and is left to the role's own.
     *
     * @param reach how far the totals reach
     * @return the role
     */
    public Role comparing(Reach reach) {
        return new Role(name, usual, special, reach, hidden, handsOver);
    }

    /**
     * Allows to give records away.
     *
     * @return the role
     */
    public Role handingOver() {
        return new Role(name, usual, special, compared, hidden, true);
    }

    /**
     * Allows to write sellers, teams, products, pipelines and activity types.
     *
     * @return the role
     */
    public Role writingReferenceData() {
        return referenceData(Reach.ALL);
    }

    private Role referenceData(Reach write) {
        Map<Class<?>, Reaches> more = new HashMap<>(special);
        REFERENCE_DATA.forEach(noun -> more.put(noun, new Reaches(Reach.ALL, write)));
        return new Role(name, usual, more, compared, hidden, handsOver);
    }

    Reach read(Class<?> noun) {
        return special.getOrDefault(noun, usual).read();
    }

    Reach write(Class<?> noun) {
        return special.getOrDefault(noun, usual).write();
    }

    Reach compared() {
        return compared;
    }

    boolean handsOver() {
        return handsOver;
    }

    @SuppressWarnings("unchecked") // a field whose noun is asked for is a field of that noun
    <N> Set<Field<N, ?>> hidden(Class<N> noun) {
        return hidden.stream()
                .filter(field -> field.noun() == noun)
                .map(field -> (Field<N, ?>) field)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Names the role.
     *
     * @return the name
     */
    @Override
    public String toString() {
        return name;
    }
}
