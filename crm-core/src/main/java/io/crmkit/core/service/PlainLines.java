package io.crmkit.core.service;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text must not contain control characters but for line breaks and tabs, nor be blank. */
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = "(?s)(?=.*\\S)[\\P{Cntrl}\\n\\t]*")
@ReportAsSingleViolation
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
}
