package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.privacy.Channel;
import io.crmkit.core.privacy.ConsentRefusedException;
import io.crmkit.core.privacy.ConsentState;
import io.crmkit.core.privacy.LawfulBasis;
import io.crmkit.core.privacy.SuppressionKey;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import org.jspecify.annotations.Nullable;

/** A consent asked for, given, withdrawn and left to expire in whatever order, against a note of what counts. */
class ConsentStateMachineTest {

    private static final String NEWS = "newsletter";

    /** A session, and what it ought to hold. */
    private static final class World {

        private final MovingClock clock = new MovingClock(Instant.parse("2026-05-04T12:00:00Z"));
        private final CrmSession crm = Crm.builder()
                .stores(InMemoryStores.empty())
                .clock(clock)
                .suppressionKey(SuppressionKey.of(new byte[16]))
                .build()
                .as(new Actor(new TenantId("acme"), "anna"));
        private final PersonId ann = crm.people()
                .add(new AddPerson("Ann", new EmailAddress("ann@example.com")))
                .id();
        private final List<String> tokens = new ArrayList<>();
        private @Nullable ConsentState state;
        private @Nullable String token;
        private @Nullable Instant until;

        private boolean isOver() {
            return until != null && !clock.instant().isBefore(until);
        }

        private static void require(boolean allowed, Supplier<?> command) {
            assertEquals(allowed ? null : ConsentRefusedException.class, Steps.refusal(command));
        }

        private void request(Random random) {
            Duration within = Duration.ofDays(1 + random.nextInt(3));
            RequestConsent command = new RequestConsent(ann, Channel.EMAIL, NEWS, null, null, within);
            if (state == ConsentState.GIVEN && !isOver()) {
                require(false, () -> crm.consents().request(command));
                return;
            }
            String sent = crm.consents().request(command).token();
            tokens.add(sent);
            token = sent;
            state = ConsentState.REQUESTED;
            until = clock.instant().plus(within);
        }

        private void confirm(Random random) {
            if (tokens.isEmpty()) {
                return;
            }
            String shown = tokens.get(random.nextBoolean() ? tokens.size() - 1 : random.nextInt(tokens.size()));
            boolean allowed = shown.equals(token) && state == ConsentState.REQUESTED && !isOver();
            require(allowed, () -> crm.consents().confirm(shown));
            if (allowed) {
                state = ConsentState.GIVEN;
                until = null;
            }
        }

        private void give(Random random) {
            Instant end = random.nextBoolean() ? null : clock.instant().plus(Duration.ofDays(1 + random.nextInt(3)));
            GiveConsent command = new GiveConsent(ann, Channel.EMAIL, NEWS, LawfulBasis.CONSENT, null, "on paper", end);
            require(true, () -> crm.consents().give(command));
            state = ConsentState.GIVEN;
            until = end;
            token = null;
        }

        private void withdraw(Random random) {
            require(state != null, () -> crm.consents().withdraw(ann, Channel.EMAIL, NEWS));
            state = state == null ? null : ConsentState.WITHDRAWN;
        }

        private void expire(Random random) {
            boolean due = (state == ConsentState.GIVEN || state == ConsentState.REQUESTED) && isOver();
            assertEquals(due ? 1 : 0, crm.consents().expire());
            state = due ? ConsentState.EXPIRED : state;
        }

        private void wait(Random random) {
            clock.forward(Duration.ofHours(random.nextInt(60)));
        }

        private void requireSame() {
            var stored = crm.consents().of(ann, Channel.EMAIL, NEWS);
            assertEquals(state, stored.map(consent -> consent.state()).orElse(null));
            var decision = crm.consents().mayContact(ann, Channel.EMAIL, NEWS, clock.instant());
            assertEquals(state == ConsentState.GIVEN && !isOver(), decision.isAllowed());
            assertEquals(decision.isAllowed() ? List.of("ann@example.com") : List.of(), decision.addresses());
        }
    }

    @Provide
    ActionChainArbitrary<World> asking() {
        return ActionChain.startWith(World::new)
                .withAction(3, Steps.step("request", World::request))
                .withAction(4, Steps.step("confirm", World::confirm))
                .withAction(1, Steps.step("give", World::give))
                .withAction(2, Steps.step("withdraw", World::withdraw))
                .withAction(2, Steps.step("expire", World::expire))
                .withAction(3, Steps.step("wait", World::wait))
                .withMaxTransformations(20);
    }

    @Property(tries = 200)
    void mayContactSaysWhatTheNoteSays(@ForAll("asking") ActionChain<World> chain) {
        chain.run().requireSame();
    }
}
