package io.crmkit.core.insight;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.journal.FieldChange;
import io.crmkit.core.pipeline.ForecastCategory;
import io.crmkit.core.pipeline.OpportunityDates;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.Standing;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Revision;
import io.crmkit.core.view.OpportunityState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An opportunity as the texts of the journal have it, of which each may be changed, or changed back. */
final class RecordedOpportunity {

    /** The field that tells a move. */
    static final String STAGE = "standing.stage";

    private static final String NAME = "label.name";
    private static final String OWNER = "parties.owner";
    private static final String TEAM = "parties.team";
    private static final String AMOUNT = "amount";
    private static final String RECURRING = "recurring";
    private static final String PROBABILITY = "outlook.probability";
    private static final String CATEGORY = "outlook.category";

    private static final Set<String> TOLD = Set.of(NAME, OWNER, TEAM, AMOUNT, RECURRING, PROBABILITY, CATEGORY);

    private static final Pattern CORRECTED = Pattern.compile("corrections\\[(\\d+)]\\.move");

    private final Map<String, String> texts = new HashMap<>();

    /** Whether a field is one that a state tells. */
    static boolean tells(String field) {
        return TOLD.contains(field) || isOfStanding(field) || isOfCorrections(field) || field.startsWith("dates.");
    }

    /** Whether a field changes with what is said anew of a move made before. */
    static boolean isOfCorrections(String field) {
        return field.startsWith("corrections[");
    }

    /** When stages were entered that were left since, by the revision of the move. */
    Map<Revision, Instant> corrections() {
        Map<Revision, Instant> corrections = new HashMap<>();
        texts.forEach((field, move) -> {
            Matcher place = CORRECTED.matcher(field);
            Instant at = place.matches() ? read("corrections[" + place.group(1) + "].enteredAt", Instant::parse) : null;
            if (at != null) {
                corrections.put(new Revision(Long.parseLong(move)), at);
            }
        });
        return corrections;
    }

    /** Whether a field changes with a move. */
    static boolean isOfStanding(String field) {
        return field.startsWith("standing.") || field.equals("dates.closedOn");
    }

    void change(FieldChange change) {
        set(change.field(), change.after());
    }

    void set(String field, @Nullable String text) {
        if (text == null) {
            texts.remove(field);
        } else if (tells(field)) {
            texts.put(field, text);
        }
    }

    @Nullable
    Instant enteredAt() {
        return read("standing.enteredAt", Instant::parse);
    }

    OpportunityState state(OpportunityId id, Definitions definitions) {
        Standing standing = standing();
        Integer byHand = read(PROBABILITY, Integer::valueOf);
        ForecastCategory category = read(CATEGORY, ForecastCategory::valueOf);
        return new OpportunityState(
                id,
                texts.getOrDefault(NAME, ""),
                standing,
                definitions.stageName(standing),
                dates(standing.outcome()),
                read(OWNER, SellerId::parse),
                read(TEAM, TeamId::parse),
                read(AMOUNT, RecordedOpportunity::money),
                read(RECURRING, RecordedOpportunity::money),
                byHand == null ? definitions.probability(standing) : byHand,
                category == null ? definitions.category(standing) : category);
    }

    Standing standing() {
        Integer version = read("standing.version", Integer::valueOf);
        return new Standing(
                required("standing.pipeline", PipelineId::parse),
                version == null ? 1 : version,
                required(STAGE, StageId::parse),
                required("standing.reached", StageId::parse),
                required("standing.outcome", Outcome::valueOf),
                enteredAt());
    }

    private OpportunityDates dates(Outcome outcome) {
        LocalDate closed = read("dates.closedOn", LocalDate::parse);
        return new OpportunityDates(
                read("dates.openedOn", LocalDate::parse),
                read("dates.expectedClose", LocalDate::parse),
                outcome == Outcome.OPEN ? null : closed);
    }

    private static Money money(String text) {
        int blank = text.indexOf(' ');
        return Money.of(text.substring(0, blank), text.substring(blank + 1));
    }

    private <T> T required(String field, Function<String, T> parsed) {
        return requireNonNull(read(field, parsed), field);
    }

    private <T> @Nullable T read(String field, Function<String, T> parsed) {
        String text = texts.get(field);
        return text == null ? null : parsed.apply(text);
    }
}
