package io.crmkit.core.activity;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.PersonId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part in an activity: a person or a seller, never both.
 *
 * @param person the person, or null for a seller
 * @param seller the seller, or null for a person
 * @param acceptance what the participant said to being invited
 */
public record Participant(
        @Nullable PersonId person, @Nullable SellerId seller, Acceptance acceptance) {

    /**
     * Makes a participant.
     *
     * @throws IllegalArgumentException if it is neither a person nor a seller, or both
     */
    public Participant {
        if ((person == null) == (seller == null)) {
            throw new IllegalArgumentException(
                    "participant must be either a person or a seller: person = %s, seller = %s"
                            .formatted(person, seller));
        }
        requireNonNull(acceptance, "acceptance");
    }

    /**
     * Invites a person.
     *
     * @param person the person
     * @return a participant who has not answered
     */
    public static Participant of(PersonId person) {
        return new Participant(requireNonNull(person, "person"), null, Acceptance.NEEDS_ACTION);
    }

    /**
     * Invites a seller.
     *
     * @param seller the seller
     * @return a participant who has not answered
     */
    public static Participant of(SellerId seller) {
        return new Participant(null, requireNonNull(seller, "seller"), Acceptance.NEEDS_ACTION);
    }

    /**
     * Returns who it is.
     *
     * @return the person or the seller
     */
    public Identifier party() {
        return person == null ? requireNonNull(seller, "seller") : person;
    }

    /**
     * Says whether this is a seller who takes part: who was asked and has not declined.
     *
     * @return false for people, and for sellers who declined
     */
    public boolean isSellerTakingPart() {
        return seller != null && acceptance != Acceptance.DECLINED;
    }

    /**
     * Returns the same participant with an answer.
     *
     * @param answer what the participant says
     * @return a copy that differs in its acceptance only
     */
    public Participant answering(Acceptance answer) {
        return new Participant(person, seller, answer);
    }

    /**
     * Returns another person in this one's place.
     *
     * @param other the person
     * @return a participant who said the same
     */
    public Participant as(PersonId other) {
        return new Participant(other, null, acceptance);
    }
}
