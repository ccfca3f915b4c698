package io.crmkit.core.service;

import io.crmkit.core.value.Text;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text must not contain control characters but for line breaks and tabs, nor half of a surrogate pair, nor be blank
 * ({@link Text#isBlank}).
 */
@Documented
@Constraint(validatedBy = PlainLines.Check.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainLines {

    /**
     * Returns the message.
     *
     * @return a template or a bundle's key in braces
     */
    String message() default "{crmkit.plainLines}";

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
    final class Check implements ConstraintValidator<PlainLines, String> {

        private static final Pattern PLAIN = Pattern.compile("[[^\\p{Cc}\\p{Cs}]\n\t]*");

        /** Makes the check. */
        public Check() {}

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || (!Text.isBlank(text) && PLAIN.matcher(text).matches());
        }
    }
}
