package io.crmkit.core.service;

import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.pipeline.Outlook;
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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The day, or the instant by UTC, and each day within terms, an outlook or details, must lie in the years 1 to 9999, as every store and every format can write it (ISO 8601
 * asks for four digits). What is absent is fine.
 */
@Documented
@Constraint(
        validatedBy = {
            FourDigitYear.OfDay.class,
            FourDigitYear.OfInstant.class,
            FourDigitYear.OfTerms.class,
            FourDigitYear.OfOutlook.class,
            FourDigitYear.OfDetails.class
        })
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

        /** Makes the check. */
        public OfDay() {}

        @Override
        public boolean isValid(@Nullable LocalDate day, ConstraintValidatorContext context) {
            return day == null || FieldType.DATE.brokenRule(day) == null;
        }
    }

    /** Looks at instants. */
    final class OfInstant implements ConstraintValidator<FourDigitYear, Instant> {

        /** Makes the check. */
        public OfInstant() {}

        @Override
        public boolean isValid(@Nullable Instant at, ConstraintValidatorContext context) {
            return at == null || FieldType.INSTANT.brokenRule(at) == null;
        }
    }

    /** Looks at the last day that a quote can be accepted on. */
    final class OfTerms implements ConstraintValidator<FourDigitYear, QuoteTerms> {

        /** Makes the check. */
        public OfTerms() {}

        @Override
        public boolean isValid(@Nullable QuoteTerms terms, ConstraintValidatorContext context) {
            return terms == null || Within.holds(terms, "validUntil", context);
        }
    }

    /** Looks at the day by which an opportunity's next step is due. */
    final class OfOutlook implements ConstraintValidator<FourDigitYear, Outlook> {

        /** Makes the check. */
        public OfOutlook() {}

        @Override
        public boolean isValid(@Nullable Outlook outlook, ConstraintValidatorContext context) {
            return outlook == null || Within.holds(outlook, "nextStepDue", context);
        }
    }

    /** Looks at the day by which a task is to be done. */
    final class OfDetails implements ConstraintValidator<FourDigitYear, ActivityDetails> {

        /** Makes the check. */
        public OfDetails() {}

        @Override
        public boolean isValid(@Nullable ActivityDetails details, ConstraintValidatorContext context) {
            return details == null || Within.holds(details, "dueOn", context);
        }
    }

    /** A day within a value, which is named where it breaks the rule. */
    final class Within {

        private Within() {}

        /** The day that is looked at within a value; anything else stands for itself. */
        static @Nullable Object day(@Nullable Object value) {
            if (value instanceof QuoteTerms terms) {
                return terms.validUntil();
            } else if (value instanceof Outlook outlook) {
                return outlook.nextStepDue();
            }
            return value instanceof ActivityDetails details ? details.dueOn() : value;
        }

        private static boolean holds(Object value, String name, ConstraintValidatorContext context) {
            LocalDate day = (LocalDate) day(value);
            boolean holds = day == null || FieldType.DATE.brokenRule(day) == null;
            if (!holds) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                        .addPropertyNode(name)
                        .addConstraintViolation();
            }
            return holds;
        }
    }
}
