package io.crmkit.core.party;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A company sold to: a customer, a prospect, or the branch of one.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param name the company's name, 1 to 200 characters
 * @param sector the line of business, or null
 * @param location where its office is, or null
 * @param parent the company it belongs to, or null
 * @param custom what the host keeps besides
 * @param tags the host's tags: at most 100, each at most 60 characters; listed in ascending order
 */
public record Company(
        CompanyId id,
        Revision revision,
        String name,
        @Nullable String sector,
        @Nullable String location,
        @Nullable CompanyId parent,
        CustomFields custom,
        Set<String> tags)
        implements Noun<CompanyId> {

    /**
     * Makes a company.
     *
     * @throws IllegalArgumentException if a text breaks its rule or the company is its own parent
     */
    public Company {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(custom, "custom");
        tags = Text.tags("tags", tags);
        Text.required("name", name, 200);
        Text.optional("sector", sector, 200);
        Text.optional("location", location, 200);
        if (id.equals(parent)) {
            throw new IllegalArgumentException("parent must not be the company itself: " + name);
        }
    }

    /**
     * Makes a company without custom fields and tags.
     *
     * @param id the identity
     * @param revision the revision this record was read at
     * @param name the company's name, 1 to 200 characters
     * @param sector the line of business, or null
     * @param location where its office is, or null
     * @param parent the company it belongs to, or null
     * @throws IllegalArgumentException if a field breaks its rule
     */
    public Company(
            CompanyId id,
            Revision revision,
            String name,
            @Nullable String sector,
            @Nullable String location,
            @Nullable CompanyId parent) {
        this(id, revision, name, sector, location, parent, CustomFields.NONE, Set.of());
    }

    /**
     * Makes a company that is not yet stored.
     *
     * @param id the identity
     * @param name the company's name
     * @return the company
     */
    public static Company named(CompanyId id, String name) {
        return new Company(id, Revision.NONE, name, null, null, null);
    }

    @Override
    public String naturalKey() {
        return name;
    }

    @Override
    public Company withRevision(Revision next) {
        return new Company(id, next, name, sector, location, parent, custom, tags);
    }

    /**
     * Returns the same company with other custom fields.
     *
     * @param other the custom fields
     * @return a copy that differs in its custom fields only
     */
    public Company withCustom(CustomFields other) {
        return new Company(id, revision, name, sector, location, parent, other, tags);
    }

    /**
     * Returns the same company with other tags.
     *
     * @param other the tags
     * @return a copy that differs in its tags only
     */
    public Company withTags(Set<String> other) {
        return new Company(id, revision, name, sector, location, parent, custom, other);
    }
}
