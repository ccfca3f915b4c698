package io.crmkit.core.service;

import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.Person;
import io.crmkit.core.value.CustomFields;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;

/**
 * The wish that a person's record say this from now on: all of it, so that what is left out is gone.
 *
 * @param name the full name, 1 to 200 characters
 * @param contactPoints where the person can be reached: at most 50, first the one to try first
 * @param relation how the person stands to the host's user
 * @param custom what the host keeps besides
 * @param tags the host's tags: at most 100, each at most 60 characters and without blanks around, none of them
 *     twice whatever the case
 */
public record ChangePerson(
        @NotBlank @Size(max = 200) @PlainText String name,
        @NotNull @Size(max = 50) List<@NotNull ContactPoint> contactPoints,
        @NotNull @Valid Relation relation,
        @NotNull CustomFields custom,
        @NotNull @Size(max = 100) @Tags Set<@NotBlank @Size(max = 60) @Trimmed @PlainText String> tags) {

    /**
     * Wishes for what the record says already, to change some of it.
     *
     * @param person the person as read
     * @return a command that changes nothing
     */
    public static ChangePerson of(Person person) {
        return new ChangePerson(
                person.name(),
                person.contactPoints(),
                Relation.of(person.relationship()),
                person.custom(),
                person.tags());
    }

    /**
     * Returns the same wish with another name.
     *
     * @param other the name
     * @return the command
     */
    public ChangePerson withName(String other) {
        return new ChangePerson(other, contactPoints, relation, custom, tags);
    }

    /**
     * Returns the same wish with other contact points.
     *
     * @param other the contact points
     * @return the command
     */
    public ChangePerson withContactPoints(List<ContactPoint> other) {
        return new ChangePerson(name, other, relation, custom, tags);
    }

    /**
     * Returns the same wish with another relation.
     *
     * @param other the relation
     * @return the command
     */
    public ChangePerson withRelation(Relation other) {
        return new ChangePerson(name, contactPoints, other, custom, tags);
    }

    /**
     * Returns the same wish with other custom fields.
     *
     * @param other the custom fields
     * @return the command
     */
    public ChangePerson withCustom(CustomFields other) {
        return new ChangePerson(name, contactPoints, relation, other, tags);
    }

    /**
     * Returns the same wish with other tags.
     *
     * @param other the tags
     * @return the command
     */
    public ChangePerson withTags(Set<String> other) {
        return new ChangePerson(name, contactPoints, relation, custom, other);
    }
}
