package io.crmkit.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** An allowance of a quote as stored. */
@Entity
@Table(name = "crm_quote_allowance")
class QuoteAllowanceRow extends AllowanceColumns {

    protected QuoteAllowanceRow() {}
}
