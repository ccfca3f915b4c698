package io.crmkit.jpa;

import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.BuyingRole;
import io.crmkit.core.pipeline.ContactRole;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contact's role as stored within the opportunity. */
@Entity
@Table(name = "crm_opportunity_role")
class ContactRoleRow extends PartRow {

    @Column(name = "person_id", nullable = false)
    UUID person;

    @Column(name = "role", nullable = false, length = 40)
    String role;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected ContactRoleRow() {}

    private static ContactRoleRow of(ContactRole contact) {
        ContactRoleRow row = new ContactRoleRow();
        row.person = contact.person().value();
        row.role = contact.role().code();
        return row;
    }

    private ContactRole contactRole() {
        return new ContactRole(new PersonId(person), new BuyingRole(role));
    }

    /** Lets a row hold these roles; where it holds them already, nothing is touched. */
    static void fill(List<ContactRoleRow> rows, List<ContactRole> roles) {
        replace(rows, roles.stream().map(ContactRoleRow::of).toList());
    }

    static List<ContactRole> roles(List<ContactRoleRow> rows) {
        return rows.stream().map(ContactRoleRow::contactRole).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContactRoleRow that && contactRole().equals(that.contactRole());
    }

    @Override
    public int hashCode() {
        return contactRole().hashCode();
    }
}
