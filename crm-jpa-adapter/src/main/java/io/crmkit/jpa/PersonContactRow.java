package io.crmkit.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A contact point of a person as stored. */
@Entity
@Table(name = "crm_person_contact")
class PersonContactRow extends ContactColumns {

    protected PersonContactRow() {}
}
