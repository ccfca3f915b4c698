package io.crmkit.core.value;

import java.util.List;
import java.util.stream.Collectors;

/** A command breaks the rules of its form; nothing was done. All violations are reported at once. */
public final class InvalidCommandException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /**
     * Makes the exception.
     *
     * @param command the command's name
     * @param violations what is wrong, at least one
     */
    public InvalidCommandException(String command, List<Violation> violations) {
        super(
                command + " is not valid: "
                        + violations.stream().map(Violation::toString).collect(Collectors.joining("; ")),
                null);
        this.violations = List.copyOf(violations);
    }

    private InvalidCommandException(List<Violation> violations, String message) {
        super(message, null);
        this.violations = List.copyOf(violations);
    }

    /**
     * Makes the exception with a message in the caller's language.
     *
     * @param message what is wrong, in words
     * @param violations what is wrong, at least one
     * @return the exception
     */
    public static InvalidCommandException worded(String message, List<Violation> violations) {
        return new InvalidCommandException(violations, message);
    }

    /**
     * Returns what is wrong.
     *
     * @return the violations, in the order of the fields' names
     */
    public List<Violation> violations() {
        return violations;
    }
}
