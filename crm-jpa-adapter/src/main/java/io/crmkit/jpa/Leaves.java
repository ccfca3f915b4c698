package io.crmkit.jpa;

import io.crmkit.core.activity.ActivityDirection;
import io.crmkit.core.activity.ActivityKind;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.IndicatorRole;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.Criterion.Between;
import io.crmkit.core.audience.Criterion.Comparison;
import io.crmkit.core.audience.Criterion.IsSet;
import io.crmkit.core.audience.Criterion.OneOf;
import io.crmkit.core.audience.Criterion.Operator;
import io.crmkit.core.audience.Field;
import io.crmkit.core.document.OrderState;
import io.crmkit.core.document.QuoteState;
import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.party.LeadStatus;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.party.SalesStage;
import io.crmkit.core.pipeline.ForecastCategory;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.value.FieldType;
import io.crmkit.core.value.Folding;
import io.crmkit.core.value.Money;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.List;

/** Criteria over one field, on the columns of a row: true where the criterion is surely what is wanted. */
final class Leaves {

    private static final char ESCAPE = '!';

    private final CriteriaBuilder builder;
    private final Parameters parameters;
    private final TextOrder textOrder;

    Leaves(CriteriaBuilder builder, Parameters parameters, TextOrder textOrder) {
        this.builder = builder;
        this.parameters = parameters;
        this.textOrder = textOrder;
    }

    Predicate of(Criterion<?> leaf, Columns columns, boolean wanted) {
        if (leaf instanceof Comparison<?, ?> comparison) {
            return comparison(comparison, columns, wanted);
        } else if (leaf instanceof OneOf<?, ?> oneOf) {
            return oneOf(oneOf, columns, wanted);
        } else if (leaf instanceof Between<?, ?> between) {
            return between(between, columns, wanted);
        } else if (leaf instanceof IsSet<?, ?>) {
            return wanted ? columns.value().isNotNull() : columns.value().isNull();
        }
        throw new IllegalArgumentException("criterion must be over one field: " + leaf);
    }

    private <T> Predicate comparison(Comparison<?, T> comparison, Columns columns, boolean wanted) {
        Operator operator = comparison.operator();
        Object value = stored(comparison.field(), comparison.value());
        return switch (operator) {
            case IS -> equal(columns, value, wanted);
            case IS_NOT -> equal(columns, value, !wanted);
            case LESS, AT_MOST, GREATER, AT_LEAST ->
                order(comparison.field().type(), wanted ? operator : contrary(operator), columns, value);
            case CONTAINS -> like(columns.foldedText(), "%" + escaped(value) + "%", wanted);
            case STARTS_WITH -> like(columns.foldedText(), escaped(value) + "%", wanted);
        };
    }

    private static Operator contrary(Operator operator) {
        return switch (operator) {
            case LESS -> Operator.AT_LEAST;
            case AT_MOST -> Operator.GREATER;
            case GREATER -> Operator.AT_MOST;
            default -> Operator.LESS;
        };
    }

    private <T> Predicate oneOf(OneOf<?, T> oneOf, Columns columns, boolean wanted) {
        List<Object> values =
                oneOf.values().stream().map(each -> stored(oneOf.field(), each)).toList();
        if (oneOf.field().type() == FieldType.MONEY) {
            Predicate[] parts =
                    values.stream().map(each -> equal(columns, each, wanted)).toArray(Predicate[]::new);
            return wanted ? builder.or(parts) : builder.and(parts);
        }
        Predicate in = columns.value().in(values.stream().map(parameters::of).toArray(Expression<?>[]::new));
        return wanted ? in : builder.not(in);
    }

    private <T> Predicate between(Between<?, T> between, Columns columns, boolean wanted) {
        FieldType type = between.field().type();
        Object low = stored(between.field(), between.low());
        Object high = stored(between.field(), between.high());
        return wanted
                ? builder.and(
                        order(type, Operator.AT_LEAST, columns, low), order(type, Operator.AT_MOST, columns, high))
                : builder.or(order(type, Operator.LESS, columns, low), order(type, Operator.GREATER, columns, high));
    }

    private Predicate equal(Columns columns, Object value, boolean wanted) {
        if (value instanceof Money money) {
            Predicate amount = equal(columns.value(), money.amount(), wanted);
            Predicate currency = equal(columns.currency(), money.currency().getCurrencyCode(), wanted);
            return wanted ? builder.and(amount, currency) : builder.or(amount, currency);
        }
        return equal(columns.value(), value, wanted);
    }

    private Predicate equal(Expression<?> column, Object value, boolean wanted) {
        Expression<?> given = parameters.of(value);
        return wanted ? builder.equal(column, given) : builder.notEqual(column, given);
    }

    private Predicate order(FieldType type, Operator operator, Columns columns, Object value) {
        if (value instanceof Money money) {
            Predicate sameCurrency = equal(columns.currency(), money.currency().getCurrencyCode(), true);
            return builder.and(sameCurrency, compared(operator, columns.amount(), parameters.of(money.amount())));
        } else if (type == FieldType.TEXT) {
            return compared(
                    operator, textOrder.of(builder, columns.text()), textOrder.of(builder, parameters.of((String)
                            value)));
        }
        @SuppressWarnings("unchecked") // values of a kind with an order
        Comparable<Object> comparable = (Comparable<Object>) value;
        return compared(operator, columns.ordered(), parameters.of(comparable));
    }

    private <C extends Comparable<? super C>> Predicate compared(
            Operator operator, Expression<C> column, Expression<C> value) {
        return switch (operator) {
            case LESS -> builder.lessThan(column, value);
            case AT_MOST -> builder.lessThanOrEqualTo(column, value);
            case GREATER -> builder.greaterThan(column, value);
            default -> builder.greaterThanOrEqualTo(column, value);
        };
    }

    Predicate like(Expression<String> column, String pattern, boolean wanted) {
        Expression<String> given = parameters.of(pattern);
        return wanted ? builder.like(column, given, ESCAPE) : builder.notLike(column, given, ESCAPE);
    }

    private static String escaped(Object text) {
        return literally(Folding.folded((String) text));
    }

    /** A text for a pattern in which nothing stands for anything else. */
    static String literally(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /* closed choices are stored under codes of this adapter's own */
    private static <T> Object stored(Field<?, T> field, T value) {
        if (value instanceof Outcome outcome) {
            return Codes.OUTCOME.of(outcome);
        } else if (value instanceof ActivityState state) {
            return Codes.ACTIVITY_STATE.of(state);
        } else if (value instanceof ActivityKind kind) {
            return Codes.ACTIVITY_KIND.of(kind);
        } else if (value instanceof ActivityDirection direction) {
            return Codes.ACTIVITY_DIRECTION.of(direction);
        } else if (value instanceof IndicatorRole role) {
            return Codes.INDICATOR_ROLE.of(role);
        } else if (value instanceof ForecastCategory category) {
            return Codes.FORECAST_CATEGORY.of(category);
        } else if (value instanceof SalesStage stage) {
            return Codes.SALES_STAGE.of(stage);
        } else if (value instanceof PartyState state) {
            return Codes.PARTY_STATE.of(state);
        } else if (value instanceof LeadStatus status) {
            return Codes.LEAD_STATUS.of(status);
        } else if (value instanceof DuplicateKind kind) {
            return Codes.DUPLICATE_KIND.of(kind);
        } else if (value instanceof QuoteState state) {
            return Codes.QUOTE_STATE.of(state);
        } else if (value instanceof OrderState state) {
            return Codes.ORDER_STATE.of(state);
        }
        return field.plain(value);
    }
}
