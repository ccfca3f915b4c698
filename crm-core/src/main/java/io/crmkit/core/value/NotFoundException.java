package io.crmkit.core.value;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Records that a command names do not exist, or may not be seen, which looks the same.
 *
 * <p>What a command mentions must be there for the actor: a person, company, opportunity, product, pipeline, team or document
 * that is not the tenant's, or that the access policy hides, is refused as one that does not exist, before anything is
 * written; all that are missing are named at once. What a record mentions already may be said again without being looked for,
 * so that it can be changed after what it mentions has gone. Sellers are the exception: see
 * {@link io.crmkit.core.team.SellerId}.
 */
public final class NotFoundException extends CrmException {

    private static final long serialVersionUID = 1L;

    /** How many records a message names. */
    public static final int MOST_NAMED = 20;

    private final transient List<Identifier> ids;

    /**
     * Makes the exception.
     *
     * @param id the record
     */
    public NotFoundException(Identifier id) {
        this(List.of(id));
    }

    /**
     * Makes the exception.
     *
     * @param ids the records, at least one; the message names the first 20 of them
     */
    public NotFoundException(Collection<? extends Identifier> ids) {
        super(message(List.copyOf(ids)), null);
        this.ids = List.copyOf(ids);
    }

    private static String message(List<Identifier> ids) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("ids must hold at least one");
        }
        int others = ids.size() - MOST_NAMED;
        String all = others > 0 ? named(ids) + " and " + others + " more" : named(ids);
        return all + (ids.size() == 1 ? " does not exist" : " do not exist");
    }

    private static String named(List<Identifier> ids) {
        return ids.stream()
                .limit(MOST_NAMED)
                .map(id -> id.getClass().getSimpleName() + " " + id.value())
                .collect(Collectors.joining(", "));
    }

    /**
     * Names the records as the message does, without saying that they are missing.
     *
     * @return the first {@value #MOST_NAMED} of them
     */
    public String named() {
        return named(ids);
    }

    /**
     * Returns the record, the first where several are missing.
     *
     * @return its identity
     */
    public Identifier id() {
        return ids.get(0);
    }

    /**
     * Returns all records that are missing.
     *
     * @return their identities, at least one, in the order they are mentioned in
     */
    public List<Identifier> ids() {
        return ids;
    }
}
