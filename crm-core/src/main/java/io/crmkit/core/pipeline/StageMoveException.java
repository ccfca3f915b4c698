package io.crmkit.core.pipeline;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.CrmException;
import java.util.List;
import java.util.stream.Collectors;

/** A gate keeps an opportunity out of a stage; nothing was done. All that is missing is said at once. */
public final class StageMoveException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient OpportunityId opportunity;
    private final transient StageId to;
    /** What the opportunity is called. */
    private final String opportunityName;
    /** What the stage is called. */
    private final String stageName;

    private final transient List<Missing> missing;

    /** What is missing. */
    public enum Kind {
        /** A field must be set. */
        FIELD,
        /** A stage must be passed through before. */
        STAGE,
        /** It may not go back. */
        DIRECTION,
        /** Somebody must approve. */
        APPROVAL
    }

    /**
     * One thing that is missing.
     *
     * @param kind what kind of thing
     * @param name the path of the field, or the name of the stage
     * @param rule the rule in words
     */
    public record Missing(Kind kind, String name, String rule) {

        @Override
        public String toString() {
            return name + " " + rule;
        }
    }

    /**
     * Makes the exception.
     *
     * @param opportunity which opportunity
     * @param to the stage it was to enter
     * @param missing what is missing, at least one thing
     */
    public StageMoveException(Opportunity opportunity, Stage to, List<Missing> missing) {
        super(
                "opportunity '%s' cannot enter stage '%s': %s"
                        .formatted(
                                opportunity.label().name(),
                                to.name(),
                                missing.stream().map(Missing::toString).collect(Collectors.joining("; "))),
                null);
        this.opportunity = opportunity.id();
        this.to = requireNonNull(to, "to").id();
        this.opportunityName = opportunity.label().name();
        this.stageName = to.name();
        this.missing = List.copyOf(missing);
    }

    /**
     * Returns which opportunity was to move.
     *
     * @return its identity
     */
    public OpportunityId opportunity() {
        return opportunity;
    }

    /**
     * Returns the stage it was to enter.
     *
     * @return the stage's identity
     */
    public StageId to() {
        return to;
    }

    /**
     * Returns what the opportunity is called.
     *
     * @return its title
     */
    public String opportunityName() {
        return opportunityName;
    }

    /**
     * Returns what the stage is called that it was to enter.
     *
     * @return the stage's name
     */
    public String stageName() {
        return stageName;
    }

    /**
     * Returns what is missing, for a form that asks for it.
     *
     * @return all that is missing
     */
    public List<Missing> missing() {
        return missing;
    }
}
