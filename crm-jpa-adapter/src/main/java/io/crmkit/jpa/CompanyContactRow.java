package io.crmkit.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A contact point of a company as stored. */
@Entity
@Table(name = "crm_company_contact")
class CompanyContactRow extends ContactColumns {

    protected CompanyContactRow() {}
}
