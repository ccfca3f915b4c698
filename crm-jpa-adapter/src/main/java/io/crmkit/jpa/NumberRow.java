package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How far a series has come in a year: the counter, held by the transaction that draws until it ends. */
@Entity
@Table(name = "crm_number")
class NumberRow {

    /* tenant, series and year in one, so that a row is found and locked by its key */
    @Id
    @Column(name = "counter", nullable = false, length = 90)
    String counter;

    @Column(name = "last_number", nullable = false)
    Long last;

    @SuppressWarnings("NullAway.Init") // filled by the numbering or the provider
    protected NumberRow() {}
}
