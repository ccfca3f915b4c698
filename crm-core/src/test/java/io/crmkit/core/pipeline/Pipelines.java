package io.crmkit.core.pipeline;

import io.crmkit.core.value.Revision;
import java.util.List;
import java.util.UUID;

/** A pipeline for tests: lead, offer, paused, won, lost. */
final class Pipelines {

    static final Stage LEAD = stage(1, "Lead", StageKind.OPEN);
    static final Stage OFFER = stage(2, "Offer", StageKind.OPEN);
    static final Stage PAUSED = stage(3, "Paused", StageKind.ON_HOLD);
    static final Stage WON = stage(4, "Won", StageKind.WON);
    static final Stage LOST = stage(5, "Lost", StageKind.LOST);
    static final Pipeline SALES = of(LEAD, OFFER, PAUSED, WON, LOST);

    private Pipelines() {}

    static Pipeline of(Stage... stages) {
        return new Pipeline(new PipelineId(new UUID(1, 1)), Revision.NONE, "Sales", List.of(stages));
    }

    static Stage stage(long id, String name, StageKind kind) {
        return new Stage(new StageId(new UUID(2, id)), name, kind);
    }
}
