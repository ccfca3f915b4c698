package io.crmkit.core.service;

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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The day, or the instant by UTC, must lie in the years 1 to 9999, as every store and every format can write it (ISO 8601
 * asks for four digits). What is absent is fine.
 */
@Documented
@Constraint(validatedBy = {FourDigitYear.OfDay.class, FourDigitYear.OfInstant.class})
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface FourDigitYear {

    /**
     * Returns the message.
     *
     * @return a template or a bundle's key in braces
     */
    String message() default "{crmkit.fourDigitYear}";

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

    /** Looks at days. */
    final class OfDay implements ConstraintValidator<FourDigitYear, LocalDate> {

        private static final int LAST = 9_999;

        /** Makes the check. */
        public OfDay() {}

        @Override
        public boolean isValid(@Nullable LocalDate day, ConstraintValidatorContext context) {
            return day == null || holds(day);
        }

        static boolean holds(LocalDate day) {
            return day.getYear() >= 1 && day.getYear() <= LAST;
        }
    }

    /** Looks at instants. */
    final class OfInstant implements ConstraintValidator<FourDigitYear, Instant> {

        private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
        private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

        /** Makes the check. */
        public OfInstant() {}

        @Override
        public boolean isValid(@Nullable Instant at, ConstraintValidatorContext context) {
            return at == null || (!at.isBefore(FIRST) && at.isBefore(END));
        }
    }
}
