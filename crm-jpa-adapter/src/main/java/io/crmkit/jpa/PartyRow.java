package io.crmkit.jpa;

import io.crmkit.core.party.PhoneNumber;
import io.crmkit.core.party.Relationship;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.Folding;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns of people and companies. */
@MappedSuperclass
abstract class PartyRow extends OpenRow {

    @Column(name = "name", nullable = false, length = 200)
    String name;

    @Column(name = "name_folded", nullable = false, length = 200)
    String nameFolded;

    /* the contact points to use first, for criteria; all of them stand in tables of their own */
    @Column(name = "email", length = 254)
    @Nullable
    String email;

    @Column(name = "email_folded", length = 254)
    @Nullable
    String emailFolded;

    @Column(name = "phone", length = 50)
    @Nullable
    String phone;

    @Column(name = "phone_folded", length = 50)
    @Nullable
    String phoneFolded;

    @Column(name = "owner_id")
    @Nullable
    UUID owner;

    @Column(name = "sales_stage", nullable = false, length = 20)
    String stage;

    @Column(name = "source", length = 200)
    @Nullable
    String source;

    @Column(name = "source_folded", length = 200)
    @Nullable
    String sourceFolded;

    @Column(name = "state", nullable = false, length = 10)
    String state;

    @Column(name = "merged_into_id")
    @Nullable
    UUID mergedInto;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected PartyRow() {}

    void fill(String called, @Nullable EmailAddress writeTo, @Nullable PhoneNumber call, Relationship relationship) {
        name = called;
        nameFolded = Folding.folded(called);
        email = writeTo == null ? null : writeTo.value();
        emailFolded = Folded.of(email);
        phone = call == null ? null : call.value();
        phoneFolded = Folded.of(phone);
        owner = Ids.value(relationship.owner());
        stage = Codes.SALES_STAGE.of(relationship.stage());
        source = relationship.source();
        sourceFolded = Folded.of(source);
        state = Codes.PARTY_STATE.of(relationship.state());
    }

    Relationship relationship() {
        return new Relationship(
                Ids.of(owner, SellerId::new),
                Codes.SALES_STAGE.constant(stage),
                source,
                Codes.PARTY_STATE.constant(state));
    }
}
