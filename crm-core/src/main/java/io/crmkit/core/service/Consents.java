package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.audience.ConsentFields;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.privacy.Channel;
import io.crmkit.core.privacy.Consent;
import io.crmkit.core.privacy.ConsentId;
import io.crmkit.core.privacy.ConsentProof;
import io.crmkit.core.privacy.ConsentRefusedException;
import io.crmkit.core.privacy.ConsentRefusedException.Reason;
import io.crmkit.core.privacy.ConsentScope;
import io.crmkit.core.privacy.ConsentState;
import io.crmkit.core.privacy.ConsentTimes;
import io.crmkit.core.privacy.ContactDecision;
import io.crmkit.core.privacy.LawfulBasis;
import io.crmkit.core.recording.Recording;
import io.crmkit.core.service.Commands.Rule;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether people may be contacted: asked for, given, withdrawn (GDPR Articles 6, 7 and 21).
 *
 * <p>There is one consent for a person, channel and purpose; what it was before stands in the journal. A consent that is
 * given by {@link #request} and {@link #confirm} was confirmed by somebody who reads what is sent to the address (double
 * opt-in).
 */
public final class Consents extends Records<Consent, ConsentId> {

    private static final Duration LONGEST = Duration.ofDays(366);

    /**
     * Serves one call.
     *
     * @param call the call
     */
    public Consents(Call call) {
        super(call, call.stores().consents());
    }

    /**
     * What is to be sent to the person.
     *
     * @param consent the consent, requested
     * @param token what the person confirms with; nobody can read it again, since only its hash is kept
     */
    public record Requested(Consent consent, String token) {

        @Override
        public String toString() {
            return "Requested[consent=" + consent + "]";
        }
    }

    /**
     * Finds the consent for a person, channel and purpose.
     *
     * @param person the person
     * @param channel the channel
     * @param purpose the purpose
     * @return the consent; empty where the person was never asked
     */
    public Optional<Consent> of(PersonId person, Channel channel, String purpose) {
        return find(id(new ConsentScope(person, channel, purpose)));
    }

    /**
     * Asks a person for consent; one asked for before and not answered is asked for anew, and its token is void.
     *
     * @param command what is asked for
     * @return the consent and the token to send
     * @throws InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if the person does not exist
     * @throws ConsentRefusedException if the person has no address on the channel, or the consent is given already
     */
    public Requested request(RequestConsent command) {
        RequestConsent asked = call().commands().check(command);
        requireFitting(asked.answerWithin());
        Instant now = call().clock().instant();
        ConsentScope scope = new ConsentScope(asked.person(), asked.channel(), asked.purpose());
        if (Addresses.active(person(scope.person()).contactPoints(), scope.channel())
                .isEmpty()) {
            throw refused(Reason.NO_ADDRESS, "person must have an address to use on the channel: consent = " + scope);
        }
        String token = ConsentTokens.next(id(scope));
        ConsentProof proof = new ConsentProof(asked.source(), asked.evidence(), ConsentTokens.hash(token));
        Instant confirmBy = now.plus(asked.answerWithin());
        Optional<Consent> stored = find(id(scope));
        if (stored.isPresent()) {
            Consent before = stored.get();
            return new Requested(changed(before, askable(before, now).requested(proof, now, confirmBy)), token);
        }
        ConsentTimes times = new ConsentTimes(now, confirmBy, null, null, null);
        return new Requested(added(fresh(scope, LawfulBasis.CONSENT, ConsentState.REQUESTED, proof, times)), token);
    }

    private static Consent askable(Consent stored, Instant now) {
        if (stored.state() != ConsentState.GIVEN) {
            return stored;
        }
        if (stored.stateAt(now).orElse(ConsentState.GIVEN) != ConsentState.EXPIRED) {
            throw refused(Reason.ALREADY_GIVEN, "consent must not be given already: consent = " + stored.scope());
        }
        return stored.expired();
    }

    /**
     * Confirms a consent by the token that was sent.
     *
     * @param token the token
     * @return the consent, given
     * @throws ConsentRefusedException if the token is not one that was sent last, came too late, or was used before
     */
    public Consent confirm(String token) {
        Instant now = call().clock().instant();
        Consent stored = ConsentTokens.consent(requireNonNull(token, "token"))
                .flatMap(this::find)
                .filter(consent -> ConsentTokens.isHash(consent.proof().tokenHash(), token))
                .orElseThrow(() -> refused(Reason.TOKEN_UNKNOWN, "token must be one that was sent last"));
        if (stored.times().givenAt() != null || stored.state() == ConsentState.WITHDRAWN) {
            throw refused(Reason.TOKEN_USED, "token must not be used twice: consent = " + stored.scope());
        }
        if (stored.stateAt(now).orElse(ConsentState.EXPIRED) != ConsentState.REQUESTED) {
            throw refused(
                    Reason.TOKEN_EXPIRED,
                    "token must be used before " + stored.times().confirmBy() + ": consent = " + stored.scope());
        }
        return changed(stored, stored.confirmed(now));
    }

    /**
     * Records that a person may be contacted, by consent or on another basis; whatever was there before is replaced.
     *
     * @param command what is given
     * @return the consent as stored
     * @throws InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if the person does not exist
     */
    public Consent give(GiveConsent command) {
        GiveConsent given = call().commands().check(command);
        Instant now = call().clock().instant();
        requireFuture(given.validUntil(), now);
        ConsentScope scope = new ConsentScope(given.person(), given.channel(), given.purpose());
        person(scope.person());
        ConsentProof proof = new ConsentProof(given.source(), given.evidence(), null);
        Optional<Consent> stored = find(id(scope));
        if (stored.isPresent()) {
            Consent before = stored.get();
            return changed(before, before.given(given.basis(), proof, now, given.validUntil()));
        }
        ConsentTimes times = new ConsentTimes(null, null, now, null, given.validUntil());
        return added(fresh(scope, given.basis(), ConsentState.GIVEN, proof, times));
    }

    /**
     * Withdraws a consent, refuses one that was asked for, or objects to another basis; once withdrawn it stays so.
     *
     * @param person the person
     * @param channel the channel
     * @param purpose the purpose
     * @return the consent, withdrawn
     * @throws ConsentRefusedException if the person was never asked and never gave it
     */
    public Consent withdraw(PersonId person, Channel channel, String purpose) {
        ConsentScope scope = new ConsentScope(person, channel, purpose);
        Consent stored = find(id(scope))
                .orElseThrow(() -> refused(
                        Reason.NEVER_GIVEN, "consent must be asked for or given to be withdrawn: consent = " + scope));
        return stored.state() == ConsentState.WITHDRAWN
                ? stored
                : changed(stored, stored.withdrawn(call().clock().instant()));
    }

    /**
     * Says whether a person may be contacted, and why.
     *
     * @param person the person
     * @param channel the channel
     * @param purpose the purpose
     * @param at when; what is known now is applied to it
     * @return the decision with its reason
     * @throws NotFoundException if the person does not exist
     * @throws IllegalArgumentException if the purpose is blank, longer than 100 characters or has control characters
     */
    public ContactDecision mayContact(PersonId person, Channel channel, String purpose, Instant at) {
        ConsentScope scope = new ConsentScope(person, channel, purpose);
        requireNonNull(at, "at");
        List<ContactPoint> points = person(person).contactPoints();
        List<String> usable = new Suppressions(call()).unsuppressed(channel, Addresses.active(points, channel));
        boolean hasAddress = !Addresses.of(points, channel).isEmpty();
        Consent consent = find(id(scope)).orElse(null);
        return ContactDecision.of(consent, at, hasAddress, usable);
    }

    /**
     * Marks what has run out: consents whose validity is over and requests nobody answered in time. Decisions do not need
     * it, since they compare instants; reports over {@link ConsentFields#STATE} do.
     *
     * @return how many were marked
     */
    public int expire() {
        Instant now = call().clock().instant();
        Criterion<Consent> given = ConsentFields.STATE.is(ConsentState.GIVEN);
        Criterion<Consent> asked = ConsentFields.STATE.is(ConsentState.REQUESTED);
        Criterion<Consent> over =
                given.and(ConsentFields.VALID_UNTIL.atMost(now)).or(asked.and(ConsentFields.CONFIRM_BY.atMost(now)));
        int marked = 0;
        PageRequest first = PageRequest.first(PageRequest.LARGEST);
        List<Consent> found;
        do {
            found = call().stores()
                    .consents()
                    .select(call().tenant(), over, first)
                    .items();
            marked += expire(found);
        } while (found.size() == PageRequest.LARGEST);
        return marked;
    }

    private int expire(List<Consent> found) {
        List<Consent> expired = found.stream().map(Consent::expired).toList();
        Recording.write(
                call().stores(),
                call().actor(),
                call().clock(),
                recording -> recording.stores().consents().saveAll(call().tenant(), expired));
        return expired.size();
    }

    private void requireFitting(Duration answerWithin) {
        if (answerWithin.isZero() || answerWithin.isNegative()) {
            throw invalid("RequestConsent", "answerWithin", answerWithin, "crmkit.longerThanZero");
        }
        if (answerWithin.compareTo(LONGEST) > 0) {
            throw invalid("RequestConsent", "answerWithin", answerWithin, "crmkit.atMostAYear");
        }
    }

    private void requireFuture(@Nullable Instant validUntil, Instant now) {
        if (validUntil != null && !validUntil.isAfter(now)) {
            throw invalid("GiveConsent", "validUntil", validUntil, "crmkit.future");
        }
    }

    private InvalidCommandException invalid(String command, String field, Object value, String key) {
        return call().commands().refused(command, field, value, Rule.of(key));
    }

    private static ConsentRefusedException refused(Reason reason, String message) {
        return new ConsentRefusedException(reason, message);
    }

    private ConsentId id(ConsentScope scope) {
        return ConsentId.of(call().tenant(), scope);
    }

    private Consent fresh(
            ConsentScope scope, LawfulBasis basis, ConsentState state, ConsentProof proof, ConsentTimes times) {
        return new Consent(id(scope), Revision.NONE, scope, basis, state, proof, times);
    }

    private Person person(PersonId id) {
        return call().stores().people().find(call().tenant(), id).orElseThrow(() -> new NotFoundException(id));
    }
}
