package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.pipeline.Outlook;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.Violation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No command takes a day or an instant that only some stores can keep. */
class FourDigitYearTest {

    private static final Set<Class<?>> DATES = Set.of(Instant.class, LocalDate.class);

    private final Validator validator = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new BundleMessages())
            .buildValidatorFactory()
            .getValidator();

    @Test
    void everyDayAndInstantOfEveryCommandHasTheConstraint() throws Exception {
        Set<String> lacking = new TreeSet<>();
        int dated = 0;
        for (Class<?> type : MessagesTest.types()) {
            BeanDescriptor command = validator.getConstraintsForClass(type);
            if (type.isRecord() && command.isBeanConstrained()) {
                for (RecordComponent component : type.getRecordComponents()) {
                    if (holdsDates(component.getGenericType())) {
                        dated++;
                        if (!isConstrained(command.getConstraintsForProperty(component.getName()))) {
                            lacking.add(type.getSimpleName() + "." + component.getName());
                        }
                    }
                }
            }
        }
        assertEquals(Set.of(), lacking);
        assertTrue(dated > 15, "only " + dated + " were found");
    }

    private static boolean isConstrained(PropertyDescriptor property) {
        return property != null
                && property.getConstraintDescriptors().stream()
                        .anyMatch(each -> each.getAnnotation().annotationType() == FourDigitYear.class);
    }

    /* within other commands, by their own constraints */
    private static boolean holdsDates(Type type) {
        if (type instanceof ParameterizedType many) {
            return Arrays.stream(many.getActualTypeArguments()).anyMatch(FourDigitYearTest::holdsDates);
        }
        Class<?> plain = (Class<?>) type;
        boolean isCommand = plain.getPackage() == FourDigitYear.class.getPackage();
        boolean isOurs = plain.getName().startsWith("io.crmkit.") && !Identifier.class.isAssignableFrom(plain);
        return DATES.contains(plain) || (isOurs && !isCommand && parts(plain).anyMatch(FourDigitYearTest::holdsDates));
    }

    private static Stream<Type> parts(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                : type.isRecord()
                        ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getGenericType)
                        : Stream.empty();
    }

    private static List<String> broken(Object command, Locale locale) {
        InvalidCommandException refused = assertThrows(
                InvalidCommandException.class,
                () -> Commands.checkedByProvider().in(locale).check(command));
        return refused.violations().stream().map(Violation::toString).toList();
    }

    @Test
    void theDayWithinAValueIsNamedInTheCallersLanguage() {
        SellerId anna = new SellerId(new UUID(1, 1));
        PlanActivity task = PlanActivity.of(ActivityType.CALL, anna, Instant.EPOCH)
                .with(ActivityContent.NONE.with(new ActivityDetails.Task(LocalDate.of(10_000, 1, 1), null)));
        String field = "content.details.dueOn '+10000-01-01' ";
        assertEquals(List.of(field + "must lie in the years 1 to 9999"), broken(task, Locale.ENGLISH));
        assertEquals(List.of(field + "deve cadere negli anni da 1 a 9999"), broken(task, Locale.ITALIAN));
    }

    @Test
    void theFirstAndTheLastDayAreTaken() {
        for (LocalDate day : List.of(LocalDate.of(1, 1, 1), LocalDate.of(9_999, 12, 31))) {
            assertTrue(validator
                    .validateValue(ChangeOpportunity.class, "outlook", new Outlook(null, null, "Call", day))
                    .isEmpty());
        }
        for (LocalDate day : List.of(LocalDate.of(0, 12, 31), LocalDate.of(10_000, 1, 1))) {
            assertEquals(
                    1,
                    validator
                            .validateValue(ChangeOpportunity.class, "outlook", new Outlook(null, null, "Call", day))
                            .size());
        }
    }
}
