package io.crmkit.jpa;

import jakarta.persistence.Parameter;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.ParameterExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The values of one query: all of them are bound, none is written into its text. */
final class Parameters {

    /* Hibernate translates a criteria query each time it is run, unless it is told that it may keep what it made of the
     * last one like it, and copies each row that it reads, so as to see later whether it was changed; either is a good part
     * of the time that a page takes. Other providers take no notice. */
    private static final Map<String, Boolean> HINTS =
            Map.of("hibernate.query.plan.cacheable", true, "org.hibernate.readOnly", true);

    private final CriteriaBuilder builder;
    private final List<Given<?>> given = new ArrayList<>();

    private record Given<T>(ParameterExpression<T> parameter, T value) {

        void bind(TypedQuery<?> query) {
            query.setParameter(parameter, value);
        }
    }

    Parameters(CriteriaBuilder builder) {
        this.builder = builder;
    }

    @SuppressWarnings("unchecked") // the class of a value is a class of values like it
    <T> ParameterExpression<T> of(T value) {
        ParameterExpression<T> parameter = builder.parameter((Class<T>) value.getClass(), "p" + given.size());
        given.add(new Given<>(parameter, value));
        return parameter;
    }

    <Q extends TypedQuery<?>> Q bind(Q query) {
        // what a provider need not know to answer, such as one side of an "or" that is true, it may have left out
        Set<String> known =
                query.getParameters().stream().map(Parameter::getName).collect(Collectors.toSet());
        given.stream()
                .filter(each -> known.contains(each.parameter().getName()))
                .forEach(each -> each.bind(query));
        HINTS.forEach(query::setHint);
        return query;
    }
}
