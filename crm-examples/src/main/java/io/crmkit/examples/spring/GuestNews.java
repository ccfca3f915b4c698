package io.crmkit.examples.spring;

import io.crmkit.core.journal.Change;
import io.crmkit.core.port.CrmEvents;
import io.crmkit.core.value.TenantId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** What the host does when the CRM has changed, once that is committed: here it keeps a line for the terminal. */
@Component
class GuestNews implements CrmEvents {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void committed(TenantId tenant, List<Change> changes) {
        changes.forEach(change ->
                lines.add(change.subject().kind() + " " + change.kind().name().toLowerCase(Locale.ROOT)));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
