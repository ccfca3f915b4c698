package io.crmkit.core.insight;

import io.crmkit.core.insight.StageVisits.Stay;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.view.WinProbabilities;
import io.crmkit.core.view.WinProbabilities.Chance;
import io.crmkit.metrics.backtest.BrierScore;
import io.crmkit.metrics.backtest.Prediction;
import io.crmkit.metrics.forecast.LandmarkModel;
import io.crmkit.metrics.forecast.OpenOpportunity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Learns from stays in stages how probable a contract is, and tries itself on past months first. */
final class WinProbabilityAnswer {

    private static final double DAY = 86_400_000;
    private static final int MONTHS_TRIED = 12;
    private static final Duration MONTH = Duration.ofDays(30);

    private final StageVisits history;
    private final Definitions definitions;
    private final Instant asOf;
    private final long leastSettled;
    private final Map<UUID, Instant> opened;

    WinProbabilityAnswer(StageVisits history, Definitions definitions, Instant asOf, long leastSettled) {
        this.history = history;
        this.definitions = definitions;
        this.asOf = asOf;
        this.leastSettled = leastSettled;
        opened = history.opened();
    }

    private record Known(Map<UUID, Stay> standing, long settled, long won) {

        boolean isEnough(long least) {
            return settled >= least && won > 0 && won < settled;
        }
    }

    private Known known(Instant at) {
        Map<UUID, Stay> standing = history.at(at);
        long won = count(standing, Outcome.WON);
        return new Known(standing, won + count(standing, Outcome.LOST), won);
    }

    private static long count(Map<UUID, Stay> standing, Outcome outcome) {
        return standing.values().stream()
                .filter(stay -> stay.standing().outcome() == outcome)
                .count();
    }

    WinProbabilities answer() {
        Known now = known(asOf);
        LandmarkModel model = model(asOf);
        boolean enough = now.isEnough(leastSettled);
        List<Chance> chances = new ArrayList<>();
        if (enough) {
            now.standing().forEach((id, stay) -> {
                if (stay.standing().outcome() == Outcome.OPEN) {
                    chances.add(chance(id, stay, model));
                }
            });
        }
        return new WinProbabilities(asOf, now.settled(), now.won(), model.visits(), enough, chances, test(now));
    }

    private LandmarkModel model(Instant at) {
        return LandmarkModel.fit(history.visits(), at.plusMillis(1));
    }

    private Chance chance(UUID id, Stay stay, LandmarkModel model) {
        OpenOpportunity open = open(id, stay, asOf);
        return new Chance(
                new OpportunityId(id),
                definitions.stageName(stay.standing()),
                open.stageDays(),
                model.probability(open),
                byStage(stay));
    }

    private @Nullable Double byStage(Stay stay) {
        Integer percent = definitions.probability(stay.standing());
        return percent == null ? null : percent / 100.0;
    }

    private OpenOpportunity open(UUID id, Stay stay, Instant at) {
        double stageDays = Duration.between(stay.entered(), at).toMillis() / DAY;
        double days =
                Duration.between(opened.getOrDefault(id, stay.entered()), at).toMillis() / DAY;
        return new OpenOpportunity(id.toString(), stay.stage(), days, stageDays, Map.of());
    }

    private Optional<WinProbabilities.Test> test(Known now) {
        List<Prediction> model = new ArrayList<>();
        List<Prediction> byStage = new ArrayList<>();
        Instant origin = asOf;
        for (int month = 0; month < MONTHS_TRIED; month++) {
            origin = origin.minus(MONTH);
            Known then = known(origin);
            if (then.isEnough(leastSettled)) {
                tryOn(origin, then, now, model, byStage);
            }
        }
        return model.isEmpty()
                ? Optional.empty()
                : Optional.of(tested(model.size(), BrierScore.of(model), BrierScore.of(byStage)));
    }

    private void tryOn(Instant origin, Known then, Known now, List<Prediction> model, List<Prediction> byStage) {
        LandmarkModel learned = model(origin);
        double share = (double) then.won() / then.settled();
        then.standing().forEach((id, stay) -> {
            Stay end = now.standing().get(id);
            if (stay.standing().outcome() == Outcome.OPEN
                    && end != null
                    && end.standing().outcome() != Outcome.OPEN) {
                boolean won = end.standing().outcome() == Outcome.WON;
                Double said = byStage(stay);
                model.add(new Prediction(learned.probability(open(id, stay, origin)), won));
                byStage.add(new Prediction(said == null ? share : said, won));
            }
        });
    }

    private static WinProbabilities.Test tested(long predictions, BrierScore model, BrierScore byStage) {
        Double skill = byStage.score() == 0 ? null : 1 - model.score() / byStage.score();
        return new WinProbabilities.Test(predictions, model, byStage, skill);
    }
}
