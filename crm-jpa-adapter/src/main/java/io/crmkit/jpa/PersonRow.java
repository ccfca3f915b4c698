package io.crmkit.jpa;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A person as stored. */
@Entity
@Table(name = "crm_person")
class PersonRow extends PartyRow {

    @ElementCollection
    @CollectionTable(name = "crm_person_contact", joinColumns = @JoinColumn(name = "person_id", nullable = false))
    @OrderColumn(name = "contact_order", nullable = false)
    List<ContactColumns> contactPoints = new ArrayList<>();

    protected PersonRow() {}
}
