package io.crmkit.core.port;

import io.crmkit.core.value.CrmException;
import io.crmkit.core.value.Identifier;

/** The actor may see the record, and may not do with it what was asked. */
public final class AccessDeniedException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient Identifier id;
    /** The rule that refused. */
    private final String rule;

    /**
     * Makes the exception.
     *
     * @param noun what kind of record, such as {@code Opportunity}
     * @param id the record
     * @param rule what is not allowed, such as {@code must not be changed by this actor}
     */
    public AccessDeniedException(String noun, Identifier id, String rule) {
        super("%s %s %s".formatted(noun, id.value(), rule), null);
        this.id = id;
        this.rule = rule;
    }

    /**
     * Returns the record.
     *
     * @return its identity
     */
    public Identifier id() {
        return id;
    }

    /**
     * Returns what is not allowed.
     *
     * @return the rule
     */
    public String rule() {
        return rule;
    }
}
