package io.crmkit.core.pipeline;

import static io.crmkit.core.pipeline.Pipelines.LEAD;
import static io.crmkit.core.pipeline.Pipelines.LOST;
import static io.crmkit.core.pipeline.Pipelines.OFFER;
import static io.crmkit.core.pipeline.Pipelines.PAUSED;
import static io.crmkit.core.pipeline.Pipelines.SALES;
import static io.crmkit.core.pipeline.Pipelines.WON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PipelineTest {

    private static void refuses(String message, Stage... stages) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> Pipelines.of(stages))
                        .getMessage());
    }

    @Test
    void findsAStageByItsNameWhateverTheCase() {
        assertEquals(Optional.of(OFFER), SALES.stageNamed("oFFER"));
        assertEquals(Optional.empty(), SALES.stageNamed("Offers"));
    }

    @Test
    void countsPausedStagesAmongTheOpenOnes() {
        assertEquals(List.of(LEAD, OFFER, PAUSED), SALES.openStages());
    }

    @Test
    void knowsThePlaceOfEachOfItsStages() {
        assertEquals(
                List.of(0, 1, 2, 3, 4),
                SALES.stages().stream().map(s -> SALES.order(s.id())).toList());
        assertEquals(-1, SALES.order(new StageId(new UUID(9, 9))));
    }

    @Test
    void refusesStagesThatCannotBeToldApart() {
        refuses("stages must differ in name and id: 'LEAD'", LEAD, Pipelines.stage(9, "LEAD", StageKind.OPEN));
        refuses("stages must differ in name and id: 'Other'", LEAD, Pipelines.stage(1, "Other", StageKind.OPEN));
    }

    @Test
    void refusesToHaveNoOpenStage() {
        refuses("pipeline 'Sales' must have at least one open stage", WON, LOST);
        refuses("pipeline 'Sales' must have at least one open stage", PAUSED);
    }
}
