package io.crmkit.core.service;

import io.crmkit.core.activity.Participant;
import io.crmkit.core.pipeline.ContactRole;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Nobody may take part twice. */
@Documented
@Constraint(validatedBy = EachOnce.Check.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface EachOnce {

    /**
     * Returns the message.
     *
     * @return a template or a bundle's key in braces
     */
    String message() default "{crmkit.eachOnce}";

    /**
     * Returns the validation groups.
     *
     * @return the groups
     */
    Class<?>[] groups() default {};

    /**
     * Returns the payload.
     *
     * @return the payload
     */
    Class<? extends Payload>[] payload() default {};

    /** The check. */
    final class Check implements ConstraintValidator<EachOnce, List<?>> {

        /** Makes the check. */
        public Check() {}

        @Override
        public boolean isValid(@Nullable List<?> items, ConstraintValidatorContext context) {
            if (items == null) {
                return true;
            }
            List<?> given = items.stream().filter(Objects::nonNull).toList();
            return given.stream().map(Check::who).distinct().count() == given.size();
        }

        private static Object who(Object item) {
            if (item instanceof Participant participant) {
                return participant.party();
            }
            return item instanceof ContactRole contact ? contact.person() : item;
        }
    }
}
