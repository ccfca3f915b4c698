package io.crmkit.core.service;

import io.crmkit.core.value.Money;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The money must be nothing or more, as what is negotiated is in every forecast. What is absent is fine. */
@Documented
@Constraint(validatedBy = NotNegative.OfMoney.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface NotNegative {

    /**
     * Returns the message.
     *
     * @return a template or a bundle's key in braces
     */
    String message() default "{crmkit.notNegative}";

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

    /** Looks at money. */
    final class OfMoney implements ConstraintValidator<NotNegative, Money> {

        /** Makes the check. */
        public OfMoney() {}

        @Override
        public boolean isValid(@Nullable Money money, ConstraintValidatorContext context) {
            return money == null || money.amount().signum() >= 0;
        }
    }
}
