package io.crmkit.core.pipeline;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The stages a negotiation passes through, in order, for one type of business or team.
 *
 * <p>A change of definition makes a new version. Opportunities stay in the version they entered, and are judged by it:
 * its gates, probabilities and rotting days; new ones open in the newest. A stage that is kept keeps its identity.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param name the pipeline's name, 1 to 200 characters
 * @param use what it is for
 * @param version the number of the newest version, 1 or more
 * @param stages the stages of the newest version in order, at least one of them open; their names differ whatever the case
 *     of the letters
 * @param past the versions before, in order: 1, 2, 3 ... up to the newest but one
 */
public record Pipeline(
        PipelineId id,
        Revision revision,
        String name,
        PipelineUse use,
        int version,
        List<Stage> stages,
        List<PipelineVersion> past)
        implements Noun<PipelineId> {

    /**
     * Makes a pipeline.
     *
     * @throws IllegalArgumentException if the name breaks its rule, two stages share a name or id, none is open, or a past
     *     version is missing
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
        requireNonNull(use, "use");
        past = List.copyOf(past);
        requireCounted(version, past);
    }

    /**
     * Makes a pipeline in its first version, for everything and everybody.
     *
     * @param id the identity
     * @param revision the revision this record was read at
     * @param name the pipeline's name, 1 to 200 characters
     * @param stages the stages in order
     * @throws IllegalArgumentException if the name breaks its rule, two stages share a name or id, or none is open
     */
    public Pipeline(PipelineId id, Revision revision, String name, List<Stage> stages) {
        this(id, revision, name, PipelineUse.ANY, 1, stages, List.of());
    }

    private static void requireCounted(int version, List<PipelineVersion> past) {
        for (int i = 0; i <= past.size(); i++) {
            int number = i == past.size() ? version : past.get(i).version();
            if (number != i + 1) {
                throw new IllegalArgumentException("versions must be 1, 2, 3 ...: " + number + " in place " + (i + 1));
            }
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

    /**
     * Lets an opportunity in that comes from another pipeline, or another version of this one.
     *
     * @param opportunity the opportunity, in one of this pipeline's stages
     * @param approved whether somebody other than the seller in charge has approved
     * @return the opportunity
     * @throws StageMoveException with all that is missing, if the stage's gate asks for it
     */
    Opportunity relocated(Opportunity opportunity, boolean approved) {
        Stage stage = stage(opportunity.standing().stage()).orElseThrow();
        GateCheck.relocation(opportunity, stage, this, approved);
        return opportunity;
    }

    /**
     * Returns the pipeline as one of its versions defines it.
     *
     * @param number the version
     * @return the pipeline with that version's stages, and no versions but those before it
     * @throws IllegalArgumentException if there is no such version
     */
    public Pipeline definition(int number) {
        if (number == version) {
            return this;
        }
        if (number < 1 || number > version) {
            throw new IllegalArgumentException(
                    "version must be 1 to %d of pipeline '%s': %d".formatted(version, name, number));
        }
        List<Stage> then = past.get(number - 1).stages();
        return new Pipeline(id, revision, name, use, number, then, past.subList(0, number - 1));
    }

    /**
     * Returns the same pipeline with another definition, in a new version.
     *
     * @param other the stages in order
     * @return the pipeline; the definition it had is the last of the past
     * @throws IllegalArgumentException if two stages share a name or id, or none is open
     */
    public Pipeline redefined(List<Stage> other) {
        List<PipelineVersion> before = new ArrayList<>(past);
        before.add(new PipelineVersion(version, stages));
        return new Pipeline(id, revision, name, use, version + 1, other, before);
    }

    /**
     * Returns the same pipeline under another name, or for another use; neither makes a new version.
     *
     * @param other the name, 1 to 200 characters
     * @param purpose what it is for
     * @return a copy that differs in these only
     * @throws IllegalArgumentException if the name breaks its rule
     */
    public Pipeline called(String other, PipelineUse purpose) {
        return new Pipeline(id, revision, other, purpose, version, stages, past);
    }

    @Override
    public String naturalKey() {
        return name;
    }

    @Override
    public Pipeline withRevision(Revision next) {
        return new Pipeline(id, next, name, use, version, stages, past);
    }
}
