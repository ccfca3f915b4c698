package io.crmkit.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.List;

/** A person as stored. */
@Entity
@Table(name = "crm_person")
class PersonRow extends PartyRow {

    @Transient
    List<PersonContactRow> contactPoints = new ArrayList<>();

    protected PersonRow() {}
}
