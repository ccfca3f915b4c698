package io.crmkit.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.port.RenderedFile;
import io.crmkit.core.port.StoreException;
import io.crmkit.core.privacy.SuppressionKey;
import io.crmkit.core.tck.BadInput.Bad;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.CrmException;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every command of every handle, over an adapter's stores, with every part of it made bad in turn: it is taken, and then
 * stored as it was answered, or refused in one clear message, and then nothing has changed.
 *
 * <p>Commands are found by looking at the handles' classes, so that a new one cannot be forgotten. A Bean Validation
 * provider must be on the class path.
 */
public abstract class CommandsTck extends SessionTck {

    private static final Set<String> WRITES = Set.of(
            "consents.confirm",
            "consents.expire",
            "consents.withdraw",
            "merges.undo",
            "privacy.erase",
            "privacy.release",
            "quotes.revise",
            "suppressions.suppress");

    private static final int LONGEST = 600;

    private final BadInput input = new BadInput(this::revision);
    private final Set<String> complaints = new TreeSet<>();
    private int tried;
    private int taken;

    /** Makes the test. */
    protected CommandsTck() {}

    private CrmSession session(TenantId who) {
        return Crm.builder()
                .stores(here.stores())
                .suppressionKey(SuppressionKey.of(new byte[16]))
                .clock(Clock.fixed(Story.NOW, ZoneOffset.UTC))
                .renderer(sheet -> RenderedFile.of("quote.pdf", "application/pdf", new byte[] {1}))
                .mailer(mail -> {})
                .build()
                .as(new Actor(who, "anna"));
    }

    private Story tell(Story others) {
        TenantId owner = newTenant();
        return here.write(() -> new Story(session(owner), owner).told()).besides(others);
    }

    private List<Object> fingerprint(Story story) {
        return Story.fingerprint(there.stores(), story.tenant);
    }

    private Revision revision(Identifier id) {
        return current == null
                ? Revision.NONE
                : Story.stored(there.stores(), current.tenant, id)
                        .map(Noun::revision)
                        .orElse(Revision.NONE);
    }

    private @Nullable Story current;

    @Test
    protected void everyCommandTakesWhatItIsGivenOrRefusesItAndChangesNothing() {
        Story strangers = here.write(() -> new Story(session(stranger), stranger).told());
        current = tell(strangers);
        for (Method handle : sorted(CrmSession.class)) {
            if (handle.getParameterCount() == 0) {
                for (Method method : sorted(handle.getReturnType())) {
                    if (isWrite(handle.getName(), method)) {
                        tryAll(handle, method, strangers);
                    }
                }
            }
        }
        assertEquals("", String.join("\n", complaints));
        assertTrue(tried > 1_000 && taken > 100, () -> tried + " tried, " + taken + " taken");
    }

    private void tryAll(Method handle, Method method, Story strangers) {
        List<Type> types = Reflected.parameterTypes(handle.getReturnType(), method);
        for (int i = 0; i < types.size(); i++) {
            for (Bad bad : input.bad(types.get(i))) {
                int changed = i;
                tryOne(
                        "%s.%s: %d %s".formatted(handle.getName(), method.getName(), i, bad.path()),
                        bad,
                        () -> called(handle, method, changed, bad),
                        strangers);
            }
        }
    }

    private void tryOne(String name, Bad bad, Supplier<@Nullable Object> call, Story strangers) {
        Story story = Objects.requireNonNull(current);
        List<Object> before = fingerprint(story);
        tried++;
        try {
            Object answer = here.<@Nullable Object>write(call);
            taken++;
            if (bad.refused()) {
                complaints.add(name + ": taken");
            } else if (answer instanceof Noun<?> noun) {
                Object stored =
                        Story.stored(there.stores(), story.tenant, noun.id()).orElse(null);
                complain(!noun.equals(stored), name + ": answered " + noun + ", stored " + stored);
            }
            current = tell(strangers);
        } catch (RuntimeException refused) {
            complain(!isClear(refused), name + ": " + refused + " at " + refused.getStackTrace()[0]);
            complain(!before.equals(fingerprint(story)), name + ": refused, and something has changed");
        }
    }

    private void complain(boolean about, String complaint) {
        if (about) {
            complaints.add(complaint.substring(0, Math.min(LONGEST, complaint.length())));
        }
    }

    private @Nullable Object called(Method handle, Method method, int changed, Bad bad) {
        Story story = Objects.requireNonNull(current);
        List<Type> types = Reflected.parameterTypes(handle.getReturnType(), method);
        List<@Nullable Object> arguments = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            boolean token = method.getName().equals("confirm");
            arguments.add(
                    i == changed
                            ? bad.made().apply(story)
                            : token ? story.token : input.good(types.get(i), "address", story, arguments));
        }
        return Reflected.invoke(
                method, Objects.requireNonNull(Reflected.invoke(handle, story.crm)), arguments.toArray());
    }

    /* one of our own messages, or the name of what is missing; never a provider's or the JDK's */
    private static boolean isClear(RuntimeException refused) {
        String message = String.valueOf(refused.getMessage());
        if (refused instanceof InvalidCommandException invalid) {
            return invalid.violations().stream()
                    .noneMatch(each -> each.field().isBlank() || each.rule().isBlank());
        } else if (refused instanceof NullPointerException) {
            return message.matches("[\\w.\\[\\]]+( \\w+)*") && !message.startsWith("Cannot");
        } else if (refused instanceof IllegalArgumentException) {
            return refused.getStackTrace()[0].getClassName().startsWith("io.crmkit.");
        }
        return refused instanceof CrmException && !(refused instanceof StoreException) && !message.isBlank();
    }

    private static List<Method> sorted(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !method.isBridge() && !Modifier.isStatic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::toGenericString))
                .toList();
    }

    /* a write is given a command or the revision it starts from; files are another test's */
    private static boolean isWrite(String handle, Method method) {
        return WRITES.contains(handle + "." + method.getName())
                || Arrays.stream(method.getParameterTypes())
                        .anyMatch(type -> type == Revision.class
                                || (type.isRecord() && type.getPackageName().equals("io.crmkit.core.service")));
    }
}
