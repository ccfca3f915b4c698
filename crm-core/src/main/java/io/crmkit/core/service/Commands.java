package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.CrmException;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The check every command passes at a service's door: all violations at once, or none. */
public final class Commands {

    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");
    private static final String SIZE = "{jakarta.validation.constraints.Size.message}";

    /* what providers call an element of a container, which its place says already */
    private static final Pattern ELEMENT = Pattern.compile("\\.<[a-z ]+>|<[A-Z]>");

    private final Validator validator;
    private final Locale locale;
    private final boolean messagesAreTheHosts;

    private Commands(Validator validator, Locale locale, boolean messagesAreTheHosts) {
        this.validator = requireNonNull(validator, "validator");
        this.locale = requireNonNull(locale, "locale");
        this.messagesAreTheHosts = messagesAreTheHosts;
    }

    /**
     * Checks commands with the host's validator, messages included.
     *
     * @param validator the validator
     * @return the check
     */
    public static Commands checkedBy(Validator validator) {
        return new Commands(validator, Locale.ENGLISH, true);
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
            Validator provided = Validation.byDefaultProvider()
                    .configure()
                    .messageInterpolator(new BundleMessages())
                    .buildValidatorFactory()
                    .getValidator();
            return new Commands(provided, Locale.ENGLISH, false);
        } catch (NoProviderFoundException e) {
            throw new IllegalStateException(
                    "no Bean Validation provider found: add org.hibernate.validator:hibernate-validator, "
                            + "or give the builder a validator",
                    e);
        }
    }

    /**
     * Returns the same check that speaks the language of a locale: English or Italian, and English for every other. The
     * rules of a host's own validator keep the host's messages.
     *
     * @param caller the locale
     * @return the check
     */
    public Commands in(Locale caller) {
        return new Commands(validator, caller, messagesAreTheHosts);
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
        return check(command, none -> List.of());
    }

    /**
     * Checks a command by more than its fields can say of themselves, both at once.
     *
     * @param besides names what else is broken; the command it is given may break any rule of its fields
     */
    <C> C check(C command, Function<C, List<Violation>> besides) {
        Set<ConstraintViolation<C>> broken = validator.validate(requireNonNull(command, "command"));
        List<Violation> further = besides.apply(command);
        if (broken.isEmpty() && further.isEmpty()) {
            return command;
        }
        List<Violation> violations = Stream.concat(broken.stream().map(this::violation), further.stream())
                .toList();
        throw refused(command.getClass().getSimpleName(), violations);
    }

    /** A refusal in the caller's language: each violation once, in the order of the fields' names. */
    InvalidCommandException refused(String command, List<Violation> broken) {
        List<Violation> violations = broken.stream()
                .distinct()
                .sorted(Comparator.comparing(Commands::place).thenComparing(Violation::rule))
                .toList();
        String all = violations.stream().map(Violation::toString).collect(Collectors.joining("; "));
        return InvalidCommandException.worded(
                words("crmkit.invalid", Map.of("command", command, "violations", all)), violations);
    }

    /** A refusal of one field by one of this library's messages, in the caller's language. */
    InvalidCommandException refused(String command, String field, @Nullable Object value, Rule rule) {
        return refused(command, List.of(violation(field, value, rule)));
    }

    /** What one field breaks, by one of this library's messages in the caller's language. */
    Violation violation(String field, @Nullable Object value, Rule rule) {
        return new Violation(field, value == null ? null : value.toString(), words(rule.key(), rule.attributes()));
    }

    /**
     * One of this library's messages.
     *
     * @param key its name in the bundles
     * @param attributes what is filled in
     */
    record Rule(String key, Map<String, Object> attributes) {

        static Rule of(String key) {
            return new Rule(key, Map.of());
        }

        static Rule of(String key, String name, Object value) {
            return new Rule(key, Map.of(name, value));
        }
    }

    /**
     * Tells a refusal in the caller's language: a record that is not there or was changed by somebody else, and all that a
     * stage's gate asks for. What a command breaks is told so when it is thrown; any other refusal is in English.
     *
     * @param refused the refusal
     * @return what it says, its message in English
     */
    public String told(CrmException refused) {
        return new Refusals(this).told(requireNonNull(refused, "refused"));
    }

    /** One of this library's messages in the caller's language. */
    String words(String key, Map<String, Object> attributes) {
        return BundleMessages.worded("{" + key + "}", attributes, locale);
    }

    /* the tenth of a list after the second */
    private static String place(Violation violation) {
        return DIGITS.matcher(violation.field())
                .replaceAll(digits -> "0".repeat(9 - digits.group().length()) + digits.group());
    }

    private Violation violation(ConstraintViolation<?> broken) {
        String path = ELEMENT.matcher(broken.getPropertyPath().toString()).replaceAll("");
        Object value = FourDigitYear.Within.day(broken.getInvalidValue());
        return new Violation(path, value == null ? null : String.valueOf(value), rule(broken));
    }

    private String rule(ConstraintViolation<?> broken) {
        return messagesAreTheHosts
                ? broken.getMessage()
                : BundleMessages.worded(
                        template(broken), broken.getConstraintDescriptor().getAttributes(), locale);
    }

    /* of the two that the one constraint on sizes speaks of */
    private static String template(ConstraintViolation<?> broken) {
        boolean holdsItems = broken.getInvalidValue() instanceof Collection || broken.getInvalidValue() instanceof Map;
        return holdsItems && broken.getMessageTemplate().equals(SIZE) ? "{crmkit.items}" : broken.getMessageTemplate();
    }
}
