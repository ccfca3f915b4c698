package io.crmkit.core.party;

import io.crmkit.core.value.CrmException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A lead cannot become what was asked from where it stands; nothing was done. */
public final class LeadStatusException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient LeadId id;
    /** The status it has. */
    private final LeadStatus status;

    private LeadStatusException(LeadId id, LeadStatus status, String message) {
        super(message, null);
        this.id = id;
        this.status = status;
    }

    static LeadStatusException cannotBecome(LeadStatus wanted, Lead lead) {
        LeadStatus status = lead.progress().status();
        String allowed = Arrays.stream(LeadStatus.values())
                .filter(from -> from.next().contains(wanted))
                .map(LeadStatus::name)
                .collect(Collectors.joining(", "));
        return new LeadStatusException(
                lead.id(),
                status,
                "lead must be %s to become %s: lead %s is %s".formatted(allowed, wanted, lead.id(), status));
    }

    static LeadStatusException withoutOwner(Lead lead) {
        return new LeadStatusException(
                lead.id(),
                lead.progress().status(),
                "lead must have an owner to become IN_PROCESS: lead %s has none, assign it first".formatted(lead.id()));
    }

    /**
     * Returns the lead.
     *
     * @return its identity
     */
    public LeadId id() {
        return id;
    }

    /**
     * Returns where the lead stands.
     *
     * @return its status
     */
    public LeadStatus status() {
        return status;
    }
}
