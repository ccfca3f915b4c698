package io.crmkit.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A line of a quote as stored. */
@Entity
@Table(name = "crm_quote_line")
class QuoteLineRow extends LineColumns {

    protected QuoteLineRow() {}
}
