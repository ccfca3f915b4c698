package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/*
 * Not an element collection: EclipseLink 5.0 keeps the elements of one in the host's persistence context when the row is
 * detached and fails at the next flush, and statements of an element collection do not carry the tenant.
 */
/** An element of a list within a record: whose it is, and which place it has. Rows compare by what they are an element of. */
@MappedSuperclass
@IdClass(PartRow.Key.class)
abstract class PartRow {

    @Id
    @Column(name = "owner_id", nullable = false)
    UUID owner;

    @Id
    @Column(name = "place", nullable = false)
    Integer place;

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant;

    @SuppressWarnings("NullAway.Init") // filled below or by the provider
    protected PartRow() {}

    /** Lets a record hold these elements; where it holds the like already, nothing is touched, and nothing written. */
    static <P extends PartRow> void replace(List<P> stored, List<P> given) {
        if (!given.equals(stored)) {
            stored.clear();
            stored.addAll(given);
        }
    }

    /** Gives the element its place in a list of a record. */
    void putInto(Row row, int at) {
        owner = row.id;
        tenant = row.tenant;
        place = at;
    }

    /** Whose, and which place; a class, as providers want it. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        UUID owner;
        Integer place;

        @SuppressWarnings("NullAway.Init") // filled by the provider
        protected Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && Objects.equals(owner, that.owner) && Objects.equals(place, that.place);
        }

        @Override
        public int hashCode() {
            return Objects.hash(owner, place);
        }
    }
}
