package io.crmkit.core.party;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
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
 */
public record Company(
        CompanyId id,
        Revision revision,
        String name,
        @Nullable String sector,
        @Nullable String location,
        @Nullable CompanyId parent)
        implements Noun<CompanyId> {

    /**
     * Makes a company.
     *
     * @throws IllegalArgumentException if a text breaks its rule or the company is its own parent
     */
    public Company {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        Text.required("name", name, 200);
        Text.optional("sector", sector, 200);
        Text.optional("location", location, 200);
        if (id.equals(parent)) {
            throw new IllegalArgumentException("parent must not be the company itself: " + name);
        }
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
        return new Company(id, next, name, sector, location, parent);
    }
}
