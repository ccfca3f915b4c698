package io.crmkit.core.pipeline;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The stages a negotiation passes through, in order, for one type of business or team.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param name the pipeline's name, 1 to 200 characters
 * @param stages the stages in order, at least one of them open; their names differ whatever the case of the letters
 */
public record Pipeline(PipelineId id, Revision revision, String name, List<Stage> stages) implements Noun<PipelineId> {

    /**
     * Makes a pipeline.
     *
     * @throws IllegalArgumentException if the name breaks its rule, two stages share a name or id, or none is open
     */
    public Pipeline {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        Text.required("name", name, 200);
        stages = List.copyOf(stages);
        requireDistinct(stages);
        if (stages.stream().noneMatch(stage -> stage.kind() == StageKind.OPEN)) {
            throw new IllegalArgumentException("pipeline '" + name + "' must have at least one open stage");
        }
    }

    private static void requireDistinct(List<Stage> stages) {
        Set<Object> seen = new HashSet<>();
        for (Stage stage : stages) {
            if (!seen.add(stage.name().toLowerCase(Locale.ROOT)) || !seen.add(stage.id())) {
                throw new IllegalArgumentException("stages must differ in name and id: '" + stage.name() + "'");
            }
        }
    }

    /**
     * Finds a stage by its name, whatever the case of the letters.
     *
     * @param stageName the name
     * @return the stage, or empty
     */
    public Optional<Stage> stageNamed(String stageName) {
        return stages.stream()
                .filter(stage -> stage.name().equalsIgnoreCase(stageName))
                .findFirst();
    }

    /**
     * Finds a stage by its identity.
     *
     * @param stage the stage's identity
     * @return the stage, or empty where it belongs to another pipeline
     */
    public Optional<Stage> stage(StageId stage) {
        return stages.stream().filter(candidate -> candidate.id().equals(stage)).findFirst();
    }

    /**
     * Says which place a stage takes.
     *
     * @param stage the stage's identity
     * @return its place from 0, or -1 where it belongs to another pipeline
     */
    public int order(StageId stage) {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).id().equals(stage)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Returns the stages in which a negotiation is still going on, paused ones included.
     *
     * @return the stages of kind open and on hold, in order
     */
    public List<Stage> openStages() {
        return stages.stream()
                .filter(stage -> stage.kind().outcome() == Outcome.OPEN)
                .toList();
    }

    /**
     * Lets an opportunity in that comes into its stage from nowhere, newly opened or brought in from elsewhere.
     *
     * @param opportunity the opportunity, in one of this pipeline's stages
     * @return the opportunity
     * @throws StageMoveException with all fields that are missing, if the stage's gate asks for them
     */
    public Opportunity admit(Opportunity opportunity) {
        stage(opportunity.standing().stage()).ifPresent(stage -> GateCheck.entry(opportunity, stage, this));
        return opportunity;
    }

    @Override
    public String naturalKey() {
        return name;
    }

    @Override
    public Pipeline withRevision(Revision next) {
        return new Pipeline(id, next, name, stages);
    }
}
