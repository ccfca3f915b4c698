package io.crmkit.core.insight;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.OpportunityFields;
import io.crmkit.core.pipeline.ForecastCategory;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.PipelineVersion;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.pipeline.Standing;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.view.OpportunityState;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each version of each pipeline says of its stages, read once for one answer; a version never changes. */
final class Definitions {

    private record Place(PipelineId pipeline, int version, StageId stage) {}

    private final Map<Place, Stage> stages = new HashMap<>();

    Definitions(Stores stores, TenantId tenant) {
        Directory.all(stores.pipelines(), tenant, this::add);
    }

    private void add(Pipeline pipeline) {
        add(pipeline.id(), pipeline.version(), pipeline.stages());
        for (PipelineVersion past : pipeline.past()) {
            add(pipeline.id(), past.version(), past.stages());
        }
    }

    private void add(PipelineId pipeline, int version, List<Stage> defined) {
        defined.forEach(stage -> stages.put(new Place(pipeline, version, stage.id()), stage));
    }

    Optional<Stage> stage(Standing standing) {
        return Optional.ofNullable(stages.get(new Place(standing.pipeline(), standing.version(), standing.stage())));
    }

    /** Says of each stage in which opportunities grow stale what is to be said of those that stand in it. */
    <T> Stream<T> rotting(BiFunction<Criterion<Opportunity>, Integer, T> said) {
        return stages.entrySet().stream()
                .filter(entry -> entry.getValue().kind() == StageKind.OPEN)
                .flatMap(entry -> Optional.ofNullable(entry.getValue().rottingDays()).stream()
                        .map(days -> said.apply(standingIn(entry.getKey()), days)));
    }

    private static Criterion<Opportunity> standingIn(Place place) {
        return OpportunityFields.PIPELINE
                .is(place.pipeline())
                .and(OpportunityFields.VERSION.is(BigDecimal.valueOf(place.version())))
                .and(OpportunityFields.STAGE.is(place.stage()));
    }

    String stageName(Standing standing) {
        return stage(standing).map(Stage::name).orElse("(other)");
    }

    @Nullable
    Integer probability(Standing standing) {
        return stage(standing).map(Stage::probability).orElse(null);
    }

    ForecastCategory category(Standing standing) {
        return stage(standing).map(Stage::category).orElseGet(() -> usual(standing.outcome()));
    }

    private static ForecastCategory usual(Outcome outcome) {
        return switch (outcome) {
            case OPEN -> ForecastCategory.PIPELINE;
            case WON -> ForecastCategory.CLOSED;
            case LOST -> ForecastCategory.OMITTED;
        };
    }

    /** How an opportunity stands as it is stored. */
    OpportunityState state(Opportunity opportunity) {
        Standing standing = opportunity.standing();
        Integer byHand = opportunity.outlook().probability();
        ForecastCategory category = opportunity.outlook().category();
        return new OpportunityState(
                opportunity.id(),
                opportunity.label().name(),
                standing,
                stageName(standing),
                opportunity.dates(),
                opportunity.parties().owner(),
                opportunity.parties().team(),
                opportunity.amount(),
                opportunity.recurring(),
                byHand == null ? probability(standing) : byHand,
                category == null ? category(standing) : category);
    }
}
