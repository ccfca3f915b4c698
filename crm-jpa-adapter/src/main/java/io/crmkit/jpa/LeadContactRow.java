package io.crmkit.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A contact point of a lead as stored. */
@Entity
@Table(name = "crm_lead_contact")
class LeadContactRow extends ContactColumns {

    protected LeadContactRow() {}
}
