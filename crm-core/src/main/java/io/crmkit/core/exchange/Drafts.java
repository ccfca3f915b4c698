package io.crmkit.core.exchange;

import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.pipeline.Standing;
import io.crmkit.core.port.IdSource;
import io.crmkit.core.port.Store;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The pipelines of an export: those the store has, with what the file adds in a new version, or new ones made of the mapping's stages. */
final class Drafts {

    private final Store<Pipeline, PipelineId> store;
    private final TenantId tenant;
    private final IdSource ids;
    private final Mapping mapping;
    private final Map<String, Set<String>> seen = new LinkedHashMap<>();
    private final Map<String, Pipeline> pipelines = new TreeMap<>();

    Drafts(Store<Pipeline, PipelineId> store, TenantId tenant, IdSource ids, Mapping mapping) {
        this.store = store;
        this.tenant = tenant;
        this.ids = ids;
        this.mapping = mapping;
    }

    /** Takes note of a stage that occurs. */
    void see(String pipeline, String stage) {
        seen.computeIfAbsent(pipeline, name -> new LinkedHashSet<>()).add(stage);
    }

    /** Stores the pipelines, whole, before anything stands in them. */
    void store() {
        Map<String, PipelineId> stored = store.idsByNaturalKey(tenant, seen.keySet());
        seen.forEach((name, stages) -> {
            PipelineId id = stored.get(name);
            Pipeline pipeline = id == null
                    ? new Pipeline(new PipelineId(ids.next()), Revision.NONE, name, inOrder(List.of(), stages))
                    : widened(store.find(tenant, id).orElseThrow(), stages);
            pipelines.put(name, store.save(tenant, pipeline));
        });
    }

    /** The pipeline an opportunity of the file stands in. */
    Pipeline of(Standing standing) {
        return pipelines.values().stream()
                .filter(pipeline -> pipeline.id().equals(standing.pipeline()))
                .findFirst()
                .orElseThrow();
    }

    Pipeline named(String name) {
        return Objects.requireNonNull(pipelines.get(name), name);
    }

    /* what a file adds is a new version: what stands in the pipeline is judged by its own */
    private Pipeline widened(Pipeline pipeline, Set<String> stages) {
        List<Stage> wider = inOrder(pipeline.stages(), stages);
        return wider.size() == pipeline.stages().size() ? pipeline : pipeline.redefined(wider);
    }

    /** Stages that are stored, then those the mapping lists, then others as they occur; ends come after open ones. */
    private List<Stage> inOrder(List<Stage> stored, Set<String> seenHere) {
        Map<String, Stage> byName = new LinkedHashMap<>();
        stored.forEach(stage -> byName.put(key(stage.name()), stage));
        for (StageKind kind : StageKind.values()) {
            mapping.stages(kind).stream()
                    .filter(name -> seenHere.stream().anyMatch(name::equalsIgnoreCase))
                    .forEach(name -> byName.computeIfAbsent(key(name), unseen -> stage(name, kind)));
        }
        seenHere.forEach(name -> byName.computeIfAbsent(key(name), unseen -> stage(name, kindOf(name))));
        if (byName.values().stream().noneMatch(stage -> stage.kind() == StageKind.OPEN)) {
            byName.put(key("Open"), stage("Open", StageKind.OPEN));
        }
        List<Stage> all = new ArrayList<>(byName.values());
        all.sort(java.util.Comparator.comparing(stage -> stage.kind().outcome() != Outcome.OPEN));
        return all;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private Stage stage(String name, StageKind kind) {
        return new Stage(new StageId(ids.next()), name, kind);
    }

    /** What the mapping says of a stage, or else what its words hint at. */
    private StageKind kindOf(String name) {
        return mapping.kindOf(name).orElseGet(() -> hintedBy(name.toLowerCase(Locale.ROOT)));
    }

    private static StageKind hintedBy(String words) {
        if (words.contains("lost")) {
            return StageKind.LOST;
        }
        if (words.contains("won")) {
            return StageKind.WON;
        }
        return words.contains("hold") ? StageKind.ON_HOLD : StageKind.OPEN;
    }
}
