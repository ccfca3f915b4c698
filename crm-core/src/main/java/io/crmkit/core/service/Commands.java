package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The check every command passes at a service's door: all violations at once, or none. */
public final class Commands {

    private final Validator validator;

    private Commands(Validator validator) {
        this.validator = validator;
    }

    /**
     * Checks commands with the host's validator, messages included.
     *
     * @param validator the validator
     * @return the check
     */
    public static Commands checkedBy(Validator validator) {
        return new Commands(requireNonNull(validator, "validator"));
    }

    /**
     * Checks commands with the Bean Validation provider on the class path; no expression language is needed.
     *
     * @return the check
     * @throws IllegalStateException if there is no provider
     */
    @SuppressWarnings("resource") // the factory lives as long as its validator
    public static Commands checkedByProvider() {
        try {
            return new Commands(Validation.byDefaultProvider()
                    .configure()
                    .messageInterpolator(new BundleMessages())
                    .buildValidatorFactory()
                    .getValidator());
        } catch (NoProviderFoundException e) {
            throw new IllegalStateException(
                    "no Bean Validation provider found: add org.hibernate.validator:hibernate-validator, "
                            + "or give the builder a validator",
                    e);
        }
    }

    /**
     * Checks a command.
     *
     * @param <C> the command's type
     * @param command the command
     * @return the command
     * @throws InvalidCommandException naming every field that breaks a rule
     */
    public <C> C check(C command) {
        Set<ConstraintViolation<C>> broken = validator.validate(requireNonNull(command, "command"));
        if (!broken.isEmpty()) {
            throw new InvalidCommandException(command.getClass().getSimpleName(), violations(broken));
        }
        return command;
    }

    private static <C> List<Violation> violations(Set<ConstraintViolation<C>> broken) {
        return broken.stream()
                .map(Commands::violation)
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::rule))
                .toList();
    }

    private static Violation violation(ConstraintViolation<?> broken) {
        Object value = broken.getInvalidValue();
        return new Violation(
                broken.getPropertyPath().toString(), value == null ? null : String.valueOf(value), broken.getMessage());
    }
}
