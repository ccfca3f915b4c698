package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A person as stored. */
@Entity
@Table(name = "crm_person")
class PersonRow extends OpenRow {

    @Column(name = "name", nullable = false, length = 200)
    String name;

    @Column(name = "name_folded", nullable = false, length = 200)
    String nameFolded;

    @Column(name = "email", length = 254)
    @Nullable
    String email;

    @Column(name = "email_folded", length = 254)
    @Nullable
    String emailFolded;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected PersonRow() {}
}
