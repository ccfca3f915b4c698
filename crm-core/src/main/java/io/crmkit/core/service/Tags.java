package io.crmkit.core.service;

import io.crmkit.core.value.Folding;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * No two tags of a record may differ in case or in blanks around them only: {@code vip}, {@code ViP} and {@code VIP} with a
 * blank behind it would be three tags that people take for one. What is absent is fine.
 */
@Documented
@Constraint(validatedBy = Tags.Check.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Tags {

    /**
     * Returns the message.
     *
     * @return a template or a bundle's key in braces
     */
    String message() default "{crmkit.tagTwice}";

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
    final class Check implements ConstraintValidator<Tags, Set<String>> {

        /** Makes the check. */
        public Check() {}

        @Override
        public boolean isValid(@Nullable Set<String> tags, ConstraintValidatorContext context) {
            Set<String> seen = new HashSet<>();
            return tags == null
                    || tags.stream().filter(Objects::nonNull).allMatch(tag -> seen.add(Folding.folded(tag.strip())));
        }
    }
}
