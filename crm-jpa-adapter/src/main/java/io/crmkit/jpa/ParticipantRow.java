package io.crmkit.jpa;

import io.crmkit.core.activity.Participant;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.team.SellerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A participant as stored within the activity. */
@Entity
@Table(name = "crm_activity_participant")
class ParticipantRow extends PartRow {

    @Column(name = "person_id")
    @Nullable
    UUID person;

    @Column(name = "seller_id")
    @Nullable
    UUID seller;

    @Column(name = "acceptance", nullable = false, length = 12)
    String acceptance;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected ParticipantRow() {}

    private static ParticipantRow of(Participant participant) {
        ParticipantRow columns = new ParticipantRow();
        columns.person = Ids.value(participant.person());
        columns.seller = Ids.value(participant.seller());
        columns.acceptance = Codes.ACCEPTANCE.of(participant.acceptance());
        return columns;
    }

    private Participant participant() {
        return new Participant(
                Ids.of(person, PersonId::new), Ids.of(seller, SellerId::new), Codes.ACCEPTANCE.constant(acceptance));
    }

    /** Lets a row hold these participants; where it holds them already, nothing is touched. */
    static void fill(List<ParticipantRow> columns, List<Participant> participants) {
        replace(columns, participants.stream().map(ParticipantRow::of).toList());
    }

    static List<Participant> participants(List<ParticipantRow> columns) {
        return columns.stream().map(ParticipantRow::participant).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ParticipantRow that && participant().equals(that.participant());
    }

    @Override
    public int hashCode() {
        return participant().hashCode();
    }
}
