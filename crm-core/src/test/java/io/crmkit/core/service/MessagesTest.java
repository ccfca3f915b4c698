package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.value.Violation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ContainerElementTypeDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers are told, in their language. */
class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[\\w.]+}");

    private final Locale before = Locale.getDefault();
    private final Validator validator = validator();

    @SuppressWarnings("resource") // lives as long as its validator
    private static Validator validator() {
        return Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new BundleMessages())
                .buildValidatorFactory()
                .getValidator();
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    private static Crm.Builder builder() {
        return Crm.builder().stores(InMemoryStores.empty());
    }

    private static CrmSession anna(Crm.Builder builder) {
        return builder.build().as(new Actor(new TenantId("acme"), "anna"));
    }

    private static InvalidCommandException refused(CrmSession session) {
        return assertThrows(
                InvalidCommandException.class, () -> session.people().add(new AddPerson(" \t", null)));
    }

    private static List<String> rules(CrmSession session) {
        return refused(session).violations().stream().map(Violation::rule).toList();
    }

    @Test
    void aCallerIsToldEverythingAtOnceInItalian() {
        InvalidCommandException refused = refused(anna(builder().locale(Locale.ITALY)));
        assertEquals(
                "AddPerson non è valido: name ' \\u0009' non può contenere caratteri di controllo;"
                        + " name ' \\u0009' non può essere vuoto",
                refused.getMessage());
        assertEquals(
                List.of("non può contenere caratteri di controllo", "non può essere vuoto"),
                refused.violations().stream().map(Violation::rule).toList());
    }

    @Test
    void aSessionSpeaksAnotherLanguageThanItsFrontDoor() {
        CrmSession english = anna(builder());
        assertEquals(List.of("must not be blank", "must not contain control characters"), rules(english));
        assertEquals("non può essere vuoto", rules(english.in(Locale.ITALIAN)).get(1));
        assertEquals("must not be blank", rules(english).get(0));
        String together =
                english.in(Locale.ITALIAN).together(session -> rules(session).get(1));
        assertEquals("non può essere vuoto", together);
    }

    @Test
    void limitsAreFilledInInEitherLanguage() {
        CrmSession english = anna(builder());
        for (CrmSession session : List.of(english, english.in(Locale.ITALIAN))) {
            InvalidCommandException refused = assertThrows(
                    InvalidCommandException.class, () -> session.teams().add(new AddTeam("x".repeat(1_000), null)));
            assertTrue(refused.violations().get(0).rule().matches(".* \\d+ (to|a) \\d+ .*"), refused::getMessage);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "tlh", "ar-EG-u-nu-arab", "zh-Hant-TW", "und", "en-GB"})
    void everyOtherLocaleIsToldInEnglishWhateverTheJvmSpeaks(String tag) {
        Locale.setDefault(Locale.ITALY);
        assertEquals(
                "must not be blank",
                rules(anna(builder().locale(Locale.forLanguageTag(tag)))).get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "it-IT", "it-CH", "it-IT-u-ca-gregory"})
    void everyItalianLocaleIsToldInItalian(String tag) {
        Locale.setDefault(Locale.US);
        assertEquals(
                "non può essere vuoto",
                rules(anna(builder().locale(Locale.forLanguageTag(tag)))).get(1));
    }

    @Test
    void aHostsValidatorKeepsTheHostsWords() {
        CrmSession session = anna(builder().validator(validator).locale(Locale.ITALIAN));
        assertEquals("must not be blank", rules(session).get(0));
    }

    @Test
    void everyLanguageHasTheSameMessagesWithTheSamePlaceholders() {
        ResourceBundle english = BundleMessages.bundle(Locale.ENGLISH);
        for (String language : BundleMessages.LANGUAGES) {
            ResourceBundle other = BundleMessages.bundle(Locale.forLanguageTag(language));
            assertEquals(language, other.getLocale().getLanguage());
            for (String key : english.keySet()) {
                // a key the language lacks would be answered by the English bundle
                assertFalse(english.getString(key).equals(other.getString(key)), key);
                assertEquals(placeholders(english.getString(key)), placeholders(other.getString(key)), key);
            }
            assertEquals(english.keySet(), other.keySet());
        }
    }

    private static Set<String> placeholders(String message) {
        return PLACEHOLDER
                .matcher(message)
                .results()
                .map(found -> found.group())
                .collect(TreeSet::new, Set::add, Set::addAll);
    }

    @Test
    void noCommandLacksAMessage() throws IOException, URISyntaxException {
        ResourceBundle bundle = BundleMessages.bundle(Locale.ENGLISH);
        Set<String> lacking = new TreeSet<>();
        int found = 0;
        for (Class<?> type : types()) {
            for (ConstraintDescriptor<?> constraint : constraints(type)) {
                found++;
                String template = constraint.getMessageTemplate();
                String key = template.substring(1, template.length() - 1);
                if (!template.startsWith("{") || !bundle.containsKey(key)) {
                    lacking.add(type.getSimpleName() + ": " + template);
                } else if (!constraint.getAttributes().keySet().containsAll(named(bundle.getString(key)))) {
                    lacking.add(type.getSimpleName() + ": " + bundle.getString(key));
                }
            }
        }
        assertEquals(Set.of(), lacking);
        assertTrue(found > 50, "only " + found + " constraints were found");
    }

    private static Set<String> named(String message) {
        Set<String> names = new TreeSet<>();
        placeholders(message).forEach(each -> names.add(each.substring(1, each.length() - 1)));
        return names;
    }

    static List<Class<?>> types() throws IOException, URISyntaxException {
        Path classes = Path.of(AddPerson.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.list(classes.resolve("io/crmkit/core/service"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                    .<Class<?>>map(name -> named(name.substring(0, name.length() - 6), AddPerson.class))
                    .toList();
        }
    }

    private static Class<?> named(String simple, Class<?> neighbour) {
        try {
            return Class.forName(neighbour.getPackageName() + "." + simple);
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private List<ConstraintDescriptor<?>> constraints(Class<?> type) {
        return validator.getConstraintsForClass(type).getConstrainedProperties().stream()
                .flatMap(MessagesTest::constraints)
                .toList();
    }

    private static Stream<ConstraintDescriptor<?>> constraints(PropertyDescriptor property) {
        return Stream.concat(
                property.getConstraintDescriptors().stream(),
                property.getConstrainedContainerElementTypes().stream().flatMap(MessagesTest::constraints));
    }

    private static Stream<ConstraintDescriptor<?>> constraints(ContainerElementTypeDescriptor element) {
        return Stream.concat(
                element.getConstraintDescriptors().stream(),
                element.getConstrainedContainerElementTypes().stream().flatMap(MessagesTest::constraints));
    }
}
