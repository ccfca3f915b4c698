package io.crmkit.core.service;

import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.service.Commands.Rule;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.value.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the stages of a pipeline ask of each other. */
record StageRules(Commands commands) {

    /** The stages that do not go together; what is missing is for others to name. */
    List<Violation> broken(DefinePipeline wish) {
        return wish.stages() == null ? List.of() : broken(wish.stages(), "stages[%d].name");
    }

    /** The stages that do not go together; what is missing is for others to name. */
    List<Violation> broken(RedefinePipeline wish) {
        List<@Nullable StageDefinition> stages = new ArrayList<>();
        if (wish.stages() != null) {
            wish.stages().forEach(stage -> stages.add(stage == null ? null : stage.definition()));
        }
        return broken(stages, "stages[%d].definition.name");
    }

    private List<Violation> broken(List<? extends @Nullable StageDefinition> stages, String path) {
        List<Violation> broken = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < stages.size(); i++) {
            String name = stages.get(i) == null ? null : stages.get(i).name();
            if (name != null && !seen.add(name.toLowerCase(Locale.ROOT))) {
                broken.add(commands.violation(path.formatted(i), name, Rule.of("crmkit.stageTwice")));
            }
        }
        boolean open = stages.stream().filter(Objects::nonNull).anyMatch(stage -> stage.kind() == StageKind.OPEN);
        if (!open && !stages.isEmpty()) {
            broken.add(commands.violation("stages", null, Rule.of("crmkit.openStage")));
        }
        return broken;
    }
}
