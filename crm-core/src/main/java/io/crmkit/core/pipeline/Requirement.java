package io.crmkit.core.pipeline;

import org.jspecify.annotations.Nullable;

/** A field of an opportunity that a gate may ask for. */
public enum Requirement {
    /** The seller in charge. */
    OWNER("parties.owner"),
    /** The company sold to. */
    COMPANY("parties.company"),
    /** The person sold to. */
    CONTACT("parties.contact"),
    /** The product negotiated. */
    PRODUCT("label.product"),
    /** What it is worth. */
    AMOUNT("amount"),
    /** The day a decision is expected. */
    EXPECTED_CLOSE("dates.expectedClose"),
    /** What happens next. */
    NEXT_STEP("outlook.nextStep"),
    /** Why it ended. */
    REASON("ending.reason"),
    /** Who else was in the running. */
    COMPETITOR("ending.competitor");

    private final String field;

    Requirement(String field) {
        this.field = field;
    }

    /**
     * Returns the path of the field, as the journal has it.
     *
     * @return the path, such as {@code parties.company}
     */
    public String field() {
        return field;
    }

    boolean isMet(Opportunity opportunity) {
        return value(opportunity) != null;
    }

    private @Nullable Object value(Opportunity opportunity) {
        return switch (this) {
            case OWNER -> opportunity.parties().owner();
            case COMPANY -> opportunity.parties().company();
            case CONTACT -> opportunity.parties().contact();
            case PRODUCT -> opportunity.label().product();
            case AMOUNT -> opportunity.amount();
            case EXPECTED_CLOSE -> opportunity.dates().expectedClose();
            case NEXT_STEP -> opportunity.outlook().nextStep();
            case REASON -> opportunity.ending().reason();
            case COMPETITOR -> opportunity.ending().competitor();
        };
    }
}
