package io.crmkit.core.insight;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.ChangeKind;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.journal.FieldChange;
import io.crmkit.core.journal.Subject;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.view.OpportunityState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/*
 * Records as they are stored, with what the journal recorded since undone. It reads the changes since the instant and the
 * opportunities once, both by the thousand, and so costs what happened since, not what ever happened. Changes that others
 * commit between the two reads are read after each page and undone up to the revision the page holds: the answer is of the
 * instant, whoever writes meanwhile. What it keeps are the changes of opportunities since the instant.
 */
/** Opportunities as they were recorded by an instant. */
final class PastOpportunities {

    private static final String KIND = Subject.kind(Opportunity.class);
    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Stores stores;
    private final TenantId tenant;
    private final Definitions definitions;
    private final Map<UUID, List<Undoable>> changed = new HashMap<>();
    private long read;

    private record Undoable(Revision revision, Instant recordedAt, ChangeKind kind, List<FieldChange> fields) {}

    /**
     * Reads what was recorded since.
     *
     * @param earliest the earliest instant that is asked about
     */
    PastOpportunities(Stores stores, TenantId tenant, Instant earliest) {
        this.stores = requireNonNull(stores, "stores");
        this.tenant = requireNonNull(tenant, "tenant");
        definitions = new Definitions(stores, tenant);
        read = stores.journal().last(tenant);
        readSince(earliest, Cursor.START);
    }

    private void readSince(Instant earliest, Cursor from) {
        Cursor cursor = from;
        int size = cursor.limit();
        while (size == cursor.limit()) {
            List<Change> changes = stores.journal().recorded(tenant, earliest.plusNanos(1_000), EVER, cursor);
            size = changes.size();
            cursor = keep(changes, cursor);
        }
        read = Math.max(read, cursor.sequence());
    }

    private Cursor keep(List<Change> changes, Cursor cursor) {
        changes.stream().filter(change -> change.subject().kind().equals(KIND)).forEach(this::keep);
        return changes.isEmpty()
                ? cursor
                : cursor.at(changes.get(changes.size() - 1).sequence());
    }

    private void keep(Change change) {
        List<FieldChange> told = change.fields().stream()
                .filter(field -> RecordedOpportunity.tells(field.field()))
                .toList();
        changed.computeIfAbsent(change.subject().value(), none -> new ArrayList<>())
                .add(new Undoable(change.revision(), change.recordedAt(), change.kind(), told));
    }

    /* what was committed since the journal was read */
    private void catchUp() {
        Cursor cursor = Cursor.START.at(read);
        int size = cursor.limit();
        while (size == cursor.limit()) {
            List<Change> changes = stores.journal().after(tenant, cursor);
            size = changes.size();
            cursor = keep(changes, cursor);
        }
        read = cursor.sequence();
    }

    /** Passes each opportunity that may be seen, by ascending identity. */
    void each(Consumer<Opportunity> to) {
        Optional<PageRequest> request = Optional.of(PageRequest.first(PageRequest.LARGEST));
        while (request.isPresent()) {
            Page<Opportunity> page = page(request.get());
            page.items().forEach(to);
            request = page.next(PageRequest.LARGEST);
        }
    }

    Page<Opportunity> page(PageRequest request) {
        Page<Opportunity> page = stores.opportunities().page(tenant, request);
        catchUp();
        return page;
    }

    /** How an opportunity stood, empty where it was not there yet. */
    Optional<OpportunityState> at(Instant asOf, Opportunity now) {
        List<Undoable> since = changed.getOrDefault(now.id().value(), List.of()).stream()
                .filter(change -> change.recordedAt().isAfter(asOf))
                .filter(change -> change.revision().number() <= now.revision().number())
                .toList();
        if (since.isEmpty()) {
            return Optional.of(definitions.state(now));
        }
        boolean added = since.stream().anyMatch(change -> change.kind() == ChangeKind.ADDED);
        return added ? Optional.empty() : Optional.of(undone(now, since));
    }

    private OpportunityState undone(Opportunity now, List<Undoable> since) {
        RecordedOpportunity texts = new RecordedOpportunity();
        Change.between(null, now, new Actor(tenant, "as of"), Instant.EPOCH)
                .ifPresent(change -> change.fields().forEach(texts::change));
        for (int i = since.size() - 1; i >= 0; i--) {
            since.get(i).fields().forEach(field -> texts.set(field.field(), field.before()));
        }
        return texts.state(now.id(), definitions);
    }
}
