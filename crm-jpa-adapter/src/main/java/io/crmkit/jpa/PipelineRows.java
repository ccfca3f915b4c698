package io.crmkit.jpa;

import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.PipelineUse;
import io.crmkit.core.pipeline.PipelineVersion;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.Folding;
import io.crmkit.core.value.Revision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pipelines to rows and back. */
final class PipelineRows {

    static final Mapping<Pipeline, PipelineId, PipelineRow> MAPPING = new Mapping<>(
            PipelineRow.class,
            "name",
            List.of(new Parts<>(StageRow.class, row -> row.stages), new Parts<>(PastStageRow.class, row -> row.past)),
            PipelineRow::new,
            PipelineRows::fill,
            PipelineRows::toDomain,
            PipelineId::new);

    private static final String MARK = "\n";

    private PipelineRows() {}

    private static void fill(Pipeline pipeline, PipelineRow row) {
        row.name = pipeline.name();
        row.nameFolded = Folding.folded(row.name);
        row.businessType = pipeline.use().businessType();
        row.businessTypeFolded = Folded.of(row.businessType);
        row.teams = pipeline.use().teams().stream().map(TeamId::toString).collect(Collectors.joining(MARK));
        row.version = pipeline.version();
        PartRow.replace(row.stages, pipeline.stages().stream().map(StageRow::of).toList());
        PartRow.replace(
                row.past,
                pipeline.past().stream().flatMap(PipelineRows::columns).toList());
    }

    private static Stream<PastStageRow> columns(PipelineVersion past) {
        return past.stages().stream().map(stage -> PastStageRow.of(past.version(), stage));
    }

    static Pipeline toDomain(PipelineRow row) {
        return new Pipeline(
                new PipelineId(row.id),
                new Revision(row.revision),
                row.name,
                new PipelineUse(row.businessType, teams(row.teams)),
                row.version,
                row.stages.stream().map(StageRow::stage).toList(),
                past(row.past));
    }

    /* some databases keep an empty text as none */
    private static Set<TeamId> teams(@Nullable String lines) {
        return lines == null || lines.isEmpty()
                ? Set.of()
                : Arrays.stream(lines.split(MARK)).map(TeamId::parse).collect(Collectors.toSet());
    }

    private static List<PipelineVersion> past(List<PastStageRow> rows) {
        SortedMap<Integer, List<Stage>> byVersion = new TreeMap<>();
        for (PastStageRow row : rows) {
            byVersion.computeIfAbsent(row.version, none -> new ArrayList<>()).add(row.stage());
        }
        return byVersion.entrySet().stream()
                .map(entry -> new PipelineVersion(entry.getKey(), entry.getValue()))
                .toList();
    }
}
