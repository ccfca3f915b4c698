package io.crmkit.core.insight;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.journal.FieldChange;
import io.crmkit.core.journal.Subject;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.Standing;
import io.crmkit.core.port.Journal;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import io.crmkit.metrics.forecast.StageVisit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The stays of a pipeline's opportunities in its stages, from the journal, up to an instant. It is read once, by the
 * thousand; kept is one entry for each stay.
 */
final class StageVisits {

    private static final String KIND = Subject.kind(Opportunity.class);

    private final PipelineId pipeline;
    private final Map<UUID, RecordedOpportunity> reading = new HashMap<>();
    private final Map<UUID, List<Stay>> stays = new TreeMap<>();

    /** One stay: where, since when, and whether that is an end. */
    record Stay(Standing standing, Instant entered, Revision move) {

        String stage() {
            return standing.stage().toString();
        }
    }

    StageVisits(PipelineId pipeline) {
        this.pipeline = requireNonNull(pipeline, "pipeline");
    }

    void read(Journal journal, TenantId tenant, Instant asOf) {
        Cursor cursor = Cursor.START;
        int size = cursor.limit();
        while (size == cursor.limit()) {
            List<Change> changes = journal.recorded(tenant, Instant.EPOCH, asOf.plusNanos(1_000), cursor);
            size = changes.size();
            changes.stream()
                    .filter(change -> change.subject().kind().equals(KIND))
                    .forEach(this::add);
            cursor =
                    changes.isEmpty() ? cursor : cursor.at(changes.get(size - 1).sequence());
        }
    }

    private void add(Change change) {
        List<FieldChange> moved = change.fields().stream()
                .filter(field ->
                        field.field().startsWith("standing.") || RecordedOpportunity.isOfCorrections(field.field()))
                .toList();
        if (!moved.isEmpty()) {
            RecordedOpportunity texts =
                    reading.computeIfAbsent(change.subject().value(), none -> new RecordedOpportunity());
            moved.forEach(texts::change);
            stand(change, texts.standing());
            stays.computeIfPresent(change.subject().value(), (id, own) -> corrected(own, texts.corrections()));
        }
    }

    private static List<Stay> corrected(List<Stay> own, Map<Revision, Instant> corrections) {
        own.replaceAll(
                stay -> new Stay(stay.standing(), corrections.getOrDefault(stay.move(), stay.entered()), stay.move()));
        return own;
    }

    private void stand(Change change, Standing standing) {
        List<Stay> own = stays.computeIfAbsent(change.subject().value(), none -> new ArrayList<>());
        Stay last = own.isEmpty() ? null : own.get(own.size() - 1);
        boolean same = last != null
                && last.standing().stage().equals(standing.stage())
                && last.standing().pipeline().equals(standing.pipeline());
        if (last != null && same) {
            own.remove(own.size() - 1);
        }
        Stay before = own.isEmpty() ? null : own.get(own.size() - 1);
        own.add(new Stay(
                standing, entered(change, standing, before), last != null && same ? last.move() : change.revision()));
    }

    /* when it was entered, as far as is said; never before the stay before */
    private static Instant entered(Change change, Standing standing, @Nullable Stay before) {
        Instant said = standing.enteredAt();
        Instant at = said == null || said.isAfter(change.recordedAt()) ? change.recordedAt() : said;
        return before != null && at.isBefore(before.entered()) ? before.entered() : at;
    }

    /** Every stay in an open stage of the pipeline; one that went to another pipeline was left, and no more is known. */
    List<StageVisit> visits() {
        List<StageVisit> visits = new ArrayList<>();
        stays.forEach((id, own) -> {
            for (int i = 0; i < own.size(); i++) {
                Stay stay = own.get(i);
                if (isOurs(stay) && stay.standing().outcome() == Outcome.OPEN) {
                    visits.add(visit(id.toString(), stay, i + 1 < own.size() ? own.get(i + 1) : null));
                }
            }
        });
        return visits;
    }

    private boolean isOurs(Stay stay) {
        return stay.standing().pipeline().equals(pipeline);
    }

    private StageVisit visit(String id, Stay stay, @Nullable Stay next) {
        if (next == null || !isOurs(next)) {
            return StageVisit.open(id, stay.stage(), stay.entered());
        }
        return switch (next.standing().outcome()) {
            case OPEN -> StageVisit.moved(id, stay.stage(), stay.entered(), next.entered(), next.stage());
            case WON ->
                StageVisit.settled(
                        id, stay.stage(), stay.entered(), next.entered(), io.crmkit.metrics.funnel.Outcome.WON);
            case LOST ->
                StageVisit.settled(
                        id, stay.stage(), stay.entered(), next.entered(), io.crmkit.metrics.funnel.Outcome.LOST);
        };
    }

    /** The stay of each opportunity that lasted at an instant, won and lost ones included. */
    Map<UUID, Stay> at(Instant instant) {
        Map<UUID, Stay> standing = new TreeMap<>();
        stays.forEach((id, own) -> own.stream()
                .filter(stay -> !stay.entered().isAfter(instant))
                .reduce((first, second) -> second)
                .filter(this::isOurs)
                .ifPresent(stay -> standing.put(id, stay)));
        return standing;
    }

    /** When each opportunity was first there. */
    Map<UUID, Instant> opened() {
        Map<UUID, Instant> opened = new HashMap<>();
        stays.forEach((id, own) -> opened.put(id, own.get(0).entered()));
        return opened;
    }
}
