package io.crmkit.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.port.StoreException;
import io.crmkit.core.service.ActivityContent;
import io.crmkit.core.service.AddCompany;
import io.crmkit.core.service.AddTeam;
import io.crmkit.core.service.ChangeActivity;
import io.crmkit.core.service.ChangeCompany;
import io.crmkit.core.service.PlanActivity;
import io.crmkit.core.service.RecordActivity;
import io.crmkit.core.tck.BadInput.Bad;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.Team;
import io.crmkit.core.value.CrmException;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import io.crmkit.core.value.Violation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every command of every handle, over an adapter's stores, with every part of it made bad in turn: it is taken, and then
 * stored as it was answered, or refused in one clear message in the caller's language, and then nothing has changed.
 *
 * <p>A Bean Validation provider must be on the class path.
 */
public abstract class CommandsTck extends SessionTck {

    private static final int LONGEST = 600;

    private final BadInput input = new BadInput(this::revision);
    private final Map<Identifier, Revision> revisions = new HashMap<>();
    private final Set<String> complaints = new TreeSet<>();
    private Story story;
    private Story strangers;
    private @Nullable Identifier asked;
    private int tried;
    private int taken;

    /** Makes the test. */
    @SuppressWarnings("NullAway.Init") // the stories are told before each test
    protected CommandsTck() {}

    /** Tells what the commands are about. */
    @BeforeEach
    protected void tellStories() {
        strangers = here.write(() -> new Story(Story.session(here.stores(), stranger), stranger).told());
        story = here.write(() -> new Story(Story.session(here.stores(), tenant), tenant).told())
                .besides(strangers);
    }

    private List<Object> fingerprint() {
        return Story.fingerprint(there.stores(), tenant);
    }

    private Revision revision(Identifier id) {
        asked = id;
        return revisions.computeIfAbsent(
                id,
                each -> Story.stored(there.stores(), tenant, each)
                        .map(Noun::revision)
                        .orElse(Revision.NONE));
    }

    @Test
    protected void everyCommandTakesWhatItIsGivenOrRefusesItAndChangesNothing() {
        List<Object> before = fingerprint();
        for (Write write : Write.all()) {
            List<Type> types = write.types();
            for (int i = 0; i < types.size(); i++) {
                for (Bad bad : input.bad(types.get(i))) {
                    tryOne(write, i, bad);
                }
            }
            complain(
                    !before.equals(fingerprint()),
                    write.name() + ": rolled back or refused, and something has changed");
        }
        assertEquals("", String.join("\n", complaints));
        assertTrue(tried > 1_000 && taken > 100, () -> tried + " tried, " + taken + " taken");
    }

    /* what is taken is rolled back, so that the next finds the same records */
    private void tryOne(Write write, int changed, Bad bad) {
        String name = "%s: %d %s".formatted(write.name(), changed, bad.path());
        Consumer<CrmSession> call = crm -> judge(name, bad, write.on(crm, arguments(write, changed, bad)));
        tried++;
        RuntimeException refused = refusal(call, story.crm);
        if (refused != null) {
            complain(
                    !isClear(refused) || (write.takesCommand() && isOfOneRule(refused)),
                    name + ": " + refused + " at " + refused.getStackTrace()[0]);
            if (refused instanceof InvalidCommandException english) {
                RuntimeException italian = refusal(call, story.crm.in(Locale.ITALIAN));
                complain(!saysTheSame(english, italian), name + ": " + english + " in Italian " + italian);
            }
        } else {
            taken++;
        }
    }

    private @Nullable RuntimeException refusal(Consumer<CrmSession> call, CrmSession crm) {
        try {
            here.rollBack(() -> call.accept(crm));
            return null;
        } catch (RuntimeException refused) {
            return refused;
        }
    }

    private void judge(String name, Bad bad, @Nullable Object answer) {
        if (bad.refused()) {
            complaints.add(name + ": taken");
        } else if (answer instanceof Noun<?> noun) {
            Object stored = Story.stored(here.stores(), tenant, noun.id()).orElse(null);
            complain(!noun.equals(stored), name + ": answered " + noun + ", stored " + stored);
        }
    }

    private void complain(boolean about, String complaint) {
        if (about) {
            complaints.add(complaint.substring(0, Math.min(LONGEST, complaint.length())));
        }
    }

    private List<@Nullable Object> arguments(Write write, int changed, @Nullable Bad bad) {
        List<Type> types = write.types();
        List<@Nullable Object> arguments = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            boolean token = write.method().getName().equals("confirm");
            arguments.add(
                    bad != null && i == changed
                            ? bad.made().apply(story)
                            : token ? story.token : input.good(types.get(i), "address", story, arguments));
        }
        return arguments;
    }

    /* one of our own messages, or the name of what is missing; never a provider's or the JDK's */
    private static boolean isClear(RuntimeException refused) {
        String message = String.valueOf(refused.getMessage());
        if (refused instanceof InvalidCommandException invalid) {
            return message.contains(" is not valid: ")
                    && invalid.violations().stream()
                            .noneMatch(each ->
                                    each.field().isBlank() || each.rule().isBlank() || !message.contains(each.rule()));
        } else if (refused instanceof NullPointerException) {
            return message.matches("[\\w.\\[\\]]+(:? \\w+)*") && !message.startsWith("Cannot");
        } else if (refused instanceof IllegalArgumentException) {
            return refused.getStackTrace()[0].getClassName().startsWith("io.crmkit.");
        }
        return refused instanceof CrmException && !(refused instanceof StoreException) && !message.isBlank();
    }

    /* a command's rules are told all at once, in the caller's language; a value's own, by whoever makes the value */
    private static boolean isOfOneRule(RuntimeException refused) {
        return refused instanceof IllegalArgumentException
                && Arrays.stream(refused.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().startsWith("io.crmkit.core.service."));
    }

    /* of the same fields, each in other words */
    private static boolean saysTheSame(InvalidCommandException english, @Nullable RuntimeException other) {
        return other instanceof InvalidCommandException italian
                && String.valueOf(italian.getMessage()).contains(" non è valido: ")
                && fields(english).equals(fields(italian))
                && english.violations().stream()
                        .map(Violation::rule)
                        .noneMatch(rule -> italian.violations().stream()
                                .anyMatch(each -> each.rule().equals(rule)));
    }

    private static List<String> fields(InvalidCommandException refused) {
        return refused.violations().stream().map(Violation::field).sorted().toList();
    }

    @Test
    protected void everyWriteFromARevisionThatSomebodyElseOvertookIsRefusedAsStale() {
        int overtaken = 0;
        for (Write write : Write.all()) {
            asked = null;
            List<@Nullable Object> arguments = arguments(write, -1, null);
            Identifier id = asked;
            if (id != null) {
                overtaken++;
                complainOfStale(write, arguments, id);
            }
        }
        assertEquals("", String.join("\n", complaints));
        assertTrue(overtaken > 40, "only " + overtaken + " writes take a revision");
    }

    private void complainOfStale(Write write, List<@Nullable Object> arguments, Identifier id) {
        Revision seen = revision(id);
        Revision next =
                there.write(() -> Story.overtaken(there.stores(), tenant, id)).revision();
        revisions.put(id, next);
        List<Object> before = fingerprint();
        String refused = "taken";
        try {
            here.write(() -> write.on(story.crm, arguments));
        } catch (RuntimeException thrown) {
            refused = thrown.toString();
        }
        complain(
                !refused.equals(new StaleRevisionException(id, seen, next).toString()),
                write.name() + " of " + id.getClass().getSimpleName() + ": " + refused);
        complain(!before.equals(fingerprint()), write.name() + ": stale, and something has changed");
    }

    @Test
    protected void aCycleInATreeIsRefused() {
        Company top = here.write(() -> story.crm.companies().add(AddCompany.named("Top")));
        Company branch = here.write(() -> story.crm.companies().add(new AddCompany("Branch", null, null, top.id())));
        Company leaf = here.write(() -> story.crm.companies().add(new AddCompany("Leaf", null, null, branch.id())));
        refusedInBoth(
                "ChangeCompany is not valid: parent '%s' must not be a branch of the company: 'Leaf' belongs to 'Top'"
                        .formatted(leaf.id()),
                "ChangeCompany non è valido: parent '%s' non può essere una filiale dell'azienda: 'Leaf' fa parte di 'Top'"
                        .formatted(leaf.id()),
                crm -> crm.companies().change(top.id(), ChangeCompany.of(top).withParent(leaf.id()), top.revision()));
        Team north = here.write(() -> story.crm.teams().add(new AddTeam("North", null)));
        Team alps = here.write(() -> story.crm.teams().add(new AddTeam("Alps", null)));
        here.write(() -> story.crm.teams().place(alps.id(), north.id(), alps.revision()));
        refusedInBoth(
                "PlaceTeam is not valid: parent '%s' must not be the team itself or part of it: 'North'"
                        .formatted(alps.id()),
                "PlaceTeam non è valido: parent '%s' non può essere la squadra stessa o una sua parte: 'North'"
                        .formatted(alps.id()),
                crm -> crm.teams().place(north.id(), alps.id(), north.revision()));
    }

    @Test
    protected void aParticipantNamedTwiceIsRefused() {
        Participant zoe = Participant.of((PersonId) Objects.requireNonNull(story.id(PersonId.class)));
        SellerId anna = (SellerId) Objects.requireNonNull(story.id(SellerId.class));
        ActivityContent twice = ActivityContent.NONE.with(zoe, zoe);
        Activity held = here.write(
                () -> story.crm.activities().record(RecordActivity.held(ActivityType.CALL, anna, Story.NOW)));
        RecordActivity done =
                RecordActivity.held(ActivityType.CALL, anna, Story.NOW).with(twice);
        PlanActivity wish = PlanActivity.of(ActivityType.CALL, anna, Story.NOW).with(twice);
        ChangeActivity change = ChangeActivity.of(held).with(twice);
        twice("RecordActivity", zoe, crm -> crm.activities().record(done));
        twice("PlanActivity", zoe, crm -> crm.activities().plan(wish));
        twice("PlanActivity", zoe, crm -> crm.activities().followUp(held.id(), wish));
        twice("ChangeActivity", zoe, crm -> crm.activities().change(change));
    }

    private void twice(String command, Participant zoe, Consumer<CrmSession> call) {
        String form = "%s %s: content.participants '%s' %s";
        String both = Text.shown(List.of(zoe, zoe).toString());
        refusedInBoth(
                form.formatted(command, "is not valid", both, "must not hold anybody twice"),
                form.formatted(command, "non è valido", both, "non può contenere nessuno due volte"),
                call);
    }

    private void refusedInBoth(String english, String italian, Consumer<CrmSession> call) {
        List<Object> before = fingerprint();
        for (CrmSession crm : List.of(story.crm, story.crm.in(Locale.ITALIAN))) {
            InvalidCommandException refused = assertThrows(
                    InvalidCommandException.class,
                    () -> here.write(() -> {
                        call.accept(crm);
                        return crm;
                    }));
            assertEquals(crm == story.crm ? english : italian, refused.getMessage());
        }
        assertEquals(before, fingerprint());
    }
}
