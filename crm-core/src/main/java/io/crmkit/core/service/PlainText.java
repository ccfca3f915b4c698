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
import org.jspecify.annotations.Nullable;

/**
 * The text, in one line, must not contain control characters, line breaks and tabs included, nor half of a surrogate pair,
 * nor what turns the direction of writing over ({@link Text#isPlain}); and blanks, those that do not break included, must
 * not be all it holds ({@link Text#isBlank}). Whether it may be absent or empty is for others to say.
 */
@Documented
@Constraint(validatedBy = PlainText.Check.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

    /**
     * Returns the message.
     *
     * @return a template or a bundle's key in braces
     */
    String message() default "{crmkit.plainText}";

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
    final class Check implements ConstraintValidator<PlainText, String> {

        private static final String BLANK = "{jakarta.validation.constraints.NotBlank.message}";

        /** Makes the check. */
        public Check() {}

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null || text.isEmpty()) {
                return true;
            }
            boolean plain = Text.isPlain(text);
            boolean blank = Text.isBlank(text);
            if (blank) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(BLANK).addConstraintViolation();
            }
            if (blank && !plain) {
                context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                        .addConstraintViolation();
            }
            return plain && !blank;
        }
    }
}
