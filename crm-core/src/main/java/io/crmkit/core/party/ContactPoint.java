package io.crmkit.core.party;

import org.jspecify.annotations.Nullable;

/**
 * A place where a party can be reached.
 *
 * <p>Definition: an address of one medium, with what it is for and whether it may be used.
 *
 * <ul>
 *   <li>Shape: an {@link EmailPoint}, a {@link PhonePoint} or a {@link PostalPoint}.
 *   <li>Range: a party has at most 50, first the one to try first.
 *   <li>Errors: a label that is blank, over 60 characters long or holds control characters is refused.
 * </ul>
 *
 * <p>What it is not: a consent. {@link ContactStatus#OPTED_OUT} says that this address must not be used; what a person
 * has agreed to, when and for what is another matter.
 *
 * <p>Source: RFC 6350 (vCard), sections 6.3 and 6.4; ISO/HL7 FHIR, data type ContactPoint.
 */
public sealed interface ContactPoint permits EmailPoint, PhonePoint, PostalPoint {

    /**
     * Returns what the contact point is for.
     *
     * @return a word of the host's such as {@code work}, or null
     */
    @Nullable
    String label();

    /**
     * Says whether it may be used.
     *
     * @return the status
     */
    ContactStatus status();

    /**
     * Returns the same contact point at another status.
     *
     * @param other the status
     * @return a copy that differs in its status only
     */
    ContactPoint withStatus(ContactStatus other);

    /**
     * Returns the address in the form in which two ways to write it are the same.
     *
     * @return the medium and the address, such as {@code email:ann@example.org}; not meant to be shown
     */
    String matchKey();
}
