package io.crmkit.core.pipeline;

import io.crmkit.core.pipeline.StageMoveException.Kind;
import io.crmkit.core.pipeline.StageMoveException.Missing;
import io.crmkit.core.value.FieldKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What keeps an opportunity out of a stage. */
final class GateCheck {

    private final Opportunity opportunity;
    private final Pipeline pipeline;
    private final Stage to;
    private final List<Missing> missing = new ArrayList<>();

    private GateCheck(Opportunity opportunity, Pipeline pipeline, Stage to) {
        this.opportunity = opportunity;
        this.pipeline = pipeline;
        this.to = to;
    }

    /** Lets an opportunity that moves through, or says all that is missing. */
    static void move(Opportunity opportunity, Pipeline pipeline, Stage to, boolean approved) {
        GateCheck check = new GateCheck(opportunity, pipeline, to);
        check.fields();
        check.direction();
        check.approval(approved);
        check.refuseWhereMissing();
    }

    /** Lets an opportunity in that comes from another pipeline, where no stage is before or after another. */
    static void relocation(Opportunity opportunity, Stage to, Pipeline pipeline, boolean approved) {
        GateCheck check = new GateCheck(opportunity, pipeline, to);
        check.fields();
        check.approval(approved);
        check.refuseWhereMissing();
    }

    /** Lets an opportunity in that comes from nowhere: what is asked of its fields is asked all the same. */
    static void entry(Opportunity opportunity, Stage to, Pipeline pipeline) {
        GateCheck check = new GateCheck(opportunity, pipeline, to);
        check.fields();
        check.refuseWhereMissing();
    }

    private void fields() {
        for (Requirement required : to.gate().required()) {
            if (!required.isMet(opportunity)) {
                missing.add(new Missing(Kind.FIELD, required.field(), "must be given"));
            }
        }
        Set<String> held =
                opportunity.custom().keys().stream().map(FieldKey::name).collect(Collectors.toSet());
        for (String name : to.gate().custom()) {
            if (!held.contains(name)) {
                missing.add(new Missing(Kind.FIELD, "custom." + name, "must be given"));
            }
        }
    }

    private void approval(boolean approved) {
        if (to.gate().approval() && !approved) {
            missing.add(new Missing(Kind.APPROVAL, to.name(), "must be approved by another seller"));
        }
    }

    private void direction() {
        int from = pipeline.order(opportunity.standing().stage());
        int target = pipeline.order(to.id());
        if (to.gate().noGoingBack() && from > target) {
            missing.add(new Missing(Kind.DIRECTION, to.name(), "must not be gone back to from '" + name(from) + "'"));
        }
        if (to.gate().noSkipping()) {
            int reached = pipeline.order(opportunity.standing().reached());
            pipeline.openStages().stream()
                    .filter(stage -> stage.kind() == StageKind.OPEN)
                    .filter(stage -> pipeline.order(stage.id()) > reached && pipeline.order(stage.id()) < target)
                    .forEach(stage ->
                            missing.add(new Missing(Kind.STAGE, stage.name(), "must be passed through before")));
        }
    }

    private String name(int order) {
        return pipeline.stages().get(order).name();
    }

    private void refuseWhereMissing() {
        if (!missing.isEmpty()) {
            throw new StageMoveException(opportunity, to, missing);
        }
    }
}
