package io.crmkit.core.service;

import io.crmkit.core.value.FieldType;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The instant must be of a year that every store keeps. */
@Documented
@Constraint(validatedBy = CalendarYears.Check.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface CalendarYears {

    /**
     * Returns the message.
     *
     * @return a template or a bundle's key in braces
     */
    String message() default "{crmkit.calendarYears}";

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
    final class Check implements ConstraintValidator<CalendarYears, Instant> {

        /** Makes the check. */
        public Check() {}

        @Override
        public boolean isValid(@Nullable Instant instant, ConstraintValidatorContext context) {
            return instant == null || FieldType.INSTANT.brokenRule(instant) == null;
        }
    }
}
