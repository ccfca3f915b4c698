package io.crmkit.core.privacy;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person may be contacted, and why.
 *
 * @param reason why, or why not
 * @param addresses the addresses that may be used; none where the person may not be contacted
 * @param basis the lawful basis of the consent recorded, or null where none is
 */
public record ContactDecision(
        Reason reason, List<String> addresses, @Nullable LawfulBasis basis) {

    /** Why a person may be contacted, or may not. */
    public enum Reason {
        /** The person may be contacted: consent, or another basis, is given and valid. */
        GIVEN,
        /** The person was never asked, or only after the instant. */
        NEVER_ASKED,
        /** The person was asked and has not answered. */
        NOT_CONFIRMED,
        /** The person took it back, refused or objected. */
        WITHDRAWN,
        /** It was given for a time that is over, or nobody answered in time. */
        EXPIRED,
        /** There is no address on the channel. */
        NO_ADDRESS,
        /** There are addresses, and none of them is to be used: suppressed, bounced or opted out. */
        SUPPRESSED
    }

    /** Makes a decision. */
    public ContactDecision {
        requireNonNull(reason, "reason");
        addresses = List.copyOf(addresses);
    }

    /**
     * Decides.
     *
     * <p>Definition: that there is no address comes before that it is suppressed, and that before what the consent says.
     *
     * @param consent the consent, or null where none is recorded
     * @param at when the person is to be contacted
     * @param hasAddress whether there is an address on the channel
     * @param usable the addresses that are not suppressed
     * @return the decision
     */
    public static ContactDecision of(@Nullable Consent consent, Instant at, boolean hasAddress, List<String> usable) {
        LawfulBasis basis = consent == null ? null : consent.basis();
        if (usable.isEmpty()) {
            return new ContactDecision(hasAddress ? Reason.SUPPRESSED : Reason.NO_ADDRESS, List.of(), basis);
        }
        Optional<ConsentState> state = consent == null ? Optional.empty() : consent.stateAt(at);
        Reason reason = state.map(ContactDecision::reason).orElse(Reason.NEVER_ASKED);
        return new ContactDecision(reason, reason == Reason.GIVEN ? usable : List.of(), basis);
    }

    private static Reason reason(ConsentState state) {
        return switch (state) {
            case REQUESTED -> Reason.NOT_CONFIRMED;
            case GIVEN -> Reason.GIVEN;
            case WITHDRAWN -> Reason.WITHDRAWN;
            case EXPIRED -> Reason.EXPIRED;
        };
    }

    /**
     * Tells whether the person may be contacted.
     *
     * @return true where the reason is {@link Reason#GIVEN}
     */
    public boolean isAllowed() {
        return reason == Reason.GIVEN;
    }
}
