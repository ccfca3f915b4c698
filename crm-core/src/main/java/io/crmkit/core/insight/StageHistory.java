package io.crmkit.core.insight;

import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.journal.FieldChange;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.view.OpportunityPeriod;
import io.crmkit.core.view.OpportunityState;
import io.crmkit.core.view.StageMove;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity's life, told by the journal: periods that begin when it was recorded and follow each other without gap
 * or overlap; the last one lasts.
 *
 * <p>Moves took place when the stage was entered, all else when it was recorded. Where a later record says of the stage it
 * is in, or was in before, that it was entered at another instant, the later one counts; the journal keeps both. A move is never told to have
 * taken place before the one before it.
 */
public final class StageHistory {

    /* one thing that took place; what comes with a move is told apart from what was recorded beside it */
    private record Event(Instant at, Change change, List<FieldChange> fields, Revision move, List<Instant> superseded) {

        static Event of(Instant at, Change change, List<FieldChange> fields) {
            return new Event(at, change, fields, change.revision(), List.of());
        }

        /* the same move; where it took place at another instant than was said, that is superseded */
        Event saidAnew(Instant anew, Change by, List<FieldChange> all) {
            List<Instant> before = new ArrayList<>(superseded);
            if (!anew.equals(at)) {
                before.add(at);
            }
            return new Event(anew, by, all, move, List.copyOf(before));
        }
    }

    private final List<Event> moves = new ArrayList<>();
    private final List<Event> others = new ArrayList<>();
    private final RecordedOpportunity reading = new RecordedOpportunity();

    private StageHistory() {}

    /**
     * Tells an opportunity's life.
     *
     * @param stores where the journal is kept
     * @param tenant whose it is
     * @param id the opportunity
     * @return the periods in order; none where the opportunity does not exist
     */
    public static List<OpportunityPeriod> of(Stores stores, TenantId tenant, OpportunityId id) {
        StageHistory history = read(stores, tenant, id);
        return history.moves.isEmpty() ? List.of() : history.periods(id, new Definitions(stores, tenant));
    }

    /**
     * Lists the moves of an opportunity, as far as is known now.
     *
     * @param stores where the journal is kept
     * @param tenant whose it is
     * @param id the opportunity
     * @return the moves in order, the opening first; none where the opportunity does not exist
     */
    public static List<StageMove> moves(Stores stores, TenantId tenant, OpportunityId id) {
        RecordedOpportunity told = new RecordedOpportunity();
        return read(stores, tenant, id).moves.stream()
                .map(event -> {
                    event.fields().forEach(told::change);
                    return new StageMove(event.move(), told.standing().stage(), event.at(), event.superseded());
                })
                .toList();
    }

    private static StageHistory read(Stores stores, TenantId tenant, OpportunityId id) {
        StageHistory history = new StageHistory();
        Cursor cursor = Cursor.START;
        List<Change> changes = stores.journal().after(tenant, id, cursor);
        while (!changes.isEmpty()) {
            changes.forEach(history::add);
            cursor = cursor.at(changes.get(changes.size() - 1).sequence());
            changes = changes.size() < cursor.limit()
                    ? List.of()
                    : stores.journal().after(tenant, id, cursor);
        }
        return history;
    }

    private void add(Change change) {
        List<FieldChange> standing = new ArrayList<>();
        List<FieldChange> rest = new ArrayList<>();
        change.fields().forEach(reading::change);
        for (FieldChange field : change.fields()) {
            if (RecordedOpportunity.tells(field.field()) && !RecordedOpportunity.isOfCorrections(field.field())) {
                (RecordedOpportunity.isOfStanding(field.field()) ? standing : rest).add(field);
            }
        }
        if (standing.stream().anyMatch(field -> field.field().equals(RecordedOpportunity.STAGE)) || moves.isEmpty()) {
            moves.add(Event.of(entered(change, moves.size()), change, standing));
        } else if (!standing.isEmpty()) {
            correct(change, standing);
        }
        if (change.fields().stream().anyMatch(field -> RecordedOpportunity.isOfCorrections(field.field()))) {
            reading.corrections().forEach(this::correctEarlier);
        }
        if (!rest.isEmpty()) {
            others.add(Event.of(change.recordedAt(), change, rest));
        }
    }

    /* the same stage, entered at another instant, or closed on another day; what was said before is superseded */
    private void correct(Change change, List<FieldChange> standing) {
        int last = moves.size() - 1;
        List<FieldChange> all = new ArrayList<>(moves.get(last).fields());
        all.addAll(standing);
        moves.set(last, moves.get(last).saidAnew(entered(change, last), change, all));
    }

    private void correctEarlier(Revision move, Instant at) {
        moves.replaceAll(
                event -> event.move().equals(move) ? event.saidAnew(at, event.change(), event.fields()) : event);
    }

    private Instant entered(Change change, int place) {
        Instant said = reading.enteredAt();
        Instant at = said == null || said.isAfter(change.recordedAt()) ? change.recordedAt() : said;
        Instant before = place == 0 ? at : moves.get(place - 1).at();
        return at.isBefore(before) ? before : at;
    }

    private List<OpportunityPeriod> periods(OpportunityId id, Definitions definitions) {
        Instant start = moves.get(0).at();
        List<Event> events = new ArrayList<>(moves);
        others.forEach(event ->
                events.add(event.at().isBefore(start) ? Event.of(start, event.change(), event.fields()) : event));
        events.sort(Comparator.comparing(Event::at));
        List<OpportunityPeriod> periods = new ArrayList<>();
        RecordedOpportunity told = new RecordedOpportunity();
        for (int i = 0; i < events.size(); i++) {
            events.get(i).fields().forEach(told::change);
            Instant next = i + 1 < events.size() ? events.get(i + 1).at() : null;
            if (!events.get(i).at().equals(next)) {
                add(periods, events.get(i), next, told.state(id, definitions));
            }
        }
        return List.copyOf(periods);
    }

    private static void add(
            List<OpportunityPeriod> periods, Event event, @Nullable Instant until, OpportunityState state) {
        int last = periods.size() - 1;
        if (last >= 0 && Objects.equals(periods.get(last).state(), state)) {
            OpportunityPeriod same = periods.get(last);
            periods.set(last, new OpportunityPeriod(same.from(), until, same.actor(), same.recordedAt(), state));
        } else {
            Change change = event.change();
            periods.add(new OpportunityPeriod(event.at(), until, change.actor().user(), change.recordedAt(), state));
        }
    }
}
