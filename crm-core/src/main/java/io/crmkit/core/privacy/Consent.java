package io.crmkit.core.privacy;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person may be contacted on a channel for a purpose, and why. What it was before stands in the journal.
 *
 * @param id the identity, which follows from tenant and scope
 * @param revision the revision this record was read at
 * @param scope what it is for
 * @param basis the lawful basis
 * @param state where it stands
 * @param proof what shows it
 * @param times when it was asked for, given and taken back
 */
public record Consent(
        ConsentId id,
        Revision revision,
        ConsentScope scope,
        LawfulBasis basis,
        ConsentState state,
        ConsentProof proof,
        ConsentTimes times)
        implements Noun<ConsentId> {

    /** Makes a consent. */
    public Consent {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(scope, "scope");
        requireNonNull(basis, "basis");
        requireNonNull(state, "state");
        requireNonNull(proof, "proof");
        requireNonNull(times, "times");
    }

    @Override
    public String naturalKey() {
        return scope.purpose();
    }

    @Override
    public Consent withRevision(Revision next) {
        return new Consent(id, next, scope, basis, state, proof, times);
    }

    /**
     * Says what state the consent was in at an instant, as far as this record knows: what was before it was last asked
     * for or given stands in the journal.
     *
     * @param at the instant
     * @return the state; empty where the person had neither been asked nor given it
     */
    public Optional<ConsentState> stateAt(Instant at) {
        boolean isGiven = ConsentTimes.hasCome(times.givenAt(), at);
        if (ConsentTimes.hasCome(times.withdrawnAt(), at)) {
            return Optional.of(ConsentState.WITHDRAWN);
        } else if (ConsentTimes.hasCome(isGiven ? times.validUntil() : times.confirmBy(), at)) {
            return Optional.of(ConsentState.EXPIRED);
        } else if (isGiven) {
            return Optional.of(ConsentState.GIVEN);
        }
        boolean isRequested = ConsentTimes.hasCome(times.requestedAt(), at);
        return isRequested ? Optional.of(ConsentState.REQUESTED) : Optional.empty();
    }

    /**
     * Returns this consent asked for anew.
     *
     * @param shown where and how, with the new token's hash
     * @param at when the person was asked
     * @param confirmBy from when on an answer comes too late
     * @return the consent, requested
     * @throws IllegalArgumentException if it is given
     */
    public Consent requested(ConsentProof shown, Instant at, Instant confirmBy) {
        ConsentTimes asked = new ConsentTimes(at, confirmBy, null, null, null);
        return moved(ConsentState.REQUESTED, LawfulBasis.CONSENT, shown, asked);
    }

    /**
     * Returns this consent confirmed by the person.
     *
     * @param at when
     * @return the consent, given
     */
    public Consent confirmed(Instant at) {
        ConsentTimes given = new ConsentTimes(times.requestedAt(), times.confirmBy(), at, null, times.validUntil());
        return moved(ConsentState.GIVEN, basis, proof, given);
    }

    /**
     * Returns this consent given, whatever it was before.
     *
     * @param on the lawful basis
     * @param shown what shows it
     * @param at when
     * @param validUntil from when on it is no longer valid, or null
     * @return the consent, given
     */
    public Consent given(LawfulBasis on, ConsentProof shown, Instant at, @Nullable Instant validUntil) {
        return moved(ConsentState.GIVEN, on, shown, new ConsentTimes(null, null, at, null, validUntil));
    }

    /**
     * Returns this consent withdrawn.
     *
     * @param at when
     * @return the consent, withdrawn
     * @throws IllegalArgumentException if it is withdrawn already
     */
    public Consent withdrawn(Instant at) {
        ConsentTimes ended =
                new ConsentTimes(times.requestedAt(), times.confirmBy(), times.givenAt(), at, times.validUntil());
        return moved(ConsentState.WITHDRAWN, basis, proof, ended);
    }

    /**
     * Returns this consent expired.
     *
     * @return the consent, expired
     * @throws IllegalArgumentException if it is withdrawn or expired already
     */
    public Consent expired() {
        return moved(ConsentState.EXPIRED, basis, proof, times);
    }

    /**
     * Returns this consent with another proof.
     *
     * @param other what shows it
     * @return a copy that differs in its proof only
     */
    public Consent withProof(ConsentProof other) {
        return new Consent(id, revision, scope, basis, state, other, times);
    }

    private Consent moved(ConsentState next, LawfulBasis on, ConsentProof shown, ConsentTimes when) {
        if (!state.canBecome(next)) {
            throw new IllegalArgumentException(
                    "consent must not go from " + state + " to " + next + ": consent = " + scope);
        }
        return new Consent(id, revision, scope, on, next, shown, when);
    }
}
