package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How far a tenant's journal has come: the counter, and the lock that writers of the tenant take last. */
@Entity
@Table(name = "crm_journal_head")
class JournalHeadRow {

    @Id
    @Column(name = "tenant", nullable = false, length = 64)
    String tenant;

    @Column(name = "sequence_number", nullable = false)
    Long sequence;

    @SuppressWarnings("NullAway.Init") // filled by the counter or the provider
    protected JournalHeadRow() {}
}
