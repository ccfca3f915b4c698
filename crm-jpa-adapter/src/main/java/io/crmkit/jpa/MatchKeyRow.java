package io.crmkit.jpa;

import io.crmkit.core.party.DuplicateKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key under which a record meets its likely duplicates. */
@Entity
@Table(name = "crm_match_key")
@IdClass(MatchKeyRow.Key.class)
class MatchKeyRow {

    /** Of which record, and which key; a class, as providers want it. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        UUID owner;
        String matchKey;

        @SuppressWarnings("NullAway.Init") // filled by the provider
        Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && owner.equals(that.owner) && matchKey.equals(that.matchKey);
        }

        @Override
        public int hashCode() {
            return Objects.hash(owner, matchKey);
        }
    }

    @Id
    @Column(name = "owner_id", nullable = false)
    UUID owner;

    @Id
    @Column(name = "match_key", nullable = false, length = 260)
    String matchKey;

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant;

    @Column(name = "kind", nullable = false, length = 10)
    String kind;

    @SuppressWarnings("NullAway.Init") // filled below or by the provider
    protected MatchKeyRow() {}

    static MatchKeyRow of(Row row, DuplicateKind kind, String matchKey) {
        MatchKeyRow key = new MatchKeyRow();
        key.owner = row.id;
        key.matchKey = matchKey;
        key.tenant = row.tenant;
        key.kind = Codes.DUPLICATE_KIND.of(kind);
        return key;
    }
}
