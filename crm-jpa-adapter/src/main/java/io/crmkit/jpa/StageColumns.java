package io.crmkit.jpa;

import io.crmkit.core.pipeline.Gate;
import io.crmkit.core.pipeline.Requirement;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageId;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A stage as stored, of whichever version of its pipeline. */
@MappedSuperclass
abstract class StageColumns extends PartRow {

    private static final String MARK = "\n";

    @Column(name = "stage_id", nullable = false)
    UUID stage;

    @Column(name = "name", nullable = false, length = 100)
    String name;

    @Column(name = "kind", nullable = false, length = 10)
    String kind;

    @Column(name = "probability")
    @Nullable
    Integer probability;

    @Column(name = "category", nullable = false, length = 12)
    String category;

    @Column(name = "rotting_days")
    @Nullable
    Integer rottingDays;

    /* one code on each line */
    @Column(name = "gate_fields", nullable = false, length = 200)
    String gateFields;

    /* one name on each line */
    @Column(name = "gate_custom", nullable = false, length = 5_200)
    String gateCustom;

    @Column(name = "gate_no_skipping", nullable = false)
    boolean noSkipping;

    @Column(name = "gate_no_going_back", nullable = false)
    boolean noGoingBack;

    @Column(name = "gate_approval", nullable = false)
    boolean approval;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected StageColumns() {}

    void fill(Stage given) {
        stage = given.id().value();
        name = given.name();
        kind = Codes.STAGE_KIND.of(given.kind());
        probability = given.probability();
        category = Codes.FORECAST_CATEGORY.of(given.category());
        rottingDays = given.rottingDays();
        fill(given.gate());
    }

    private void fill(Gate gate) {
        gateFields = gate.required().stream().map(Codes.REQUIREMENT::of).collect(Collectors.joining(MARK));
        gateCustom = String.join(MARK, gate.custom());
        noSkipping = gate.noSkipping();
        noGoingBack = gate.noGoingBack();
        approval = gate.approval();
    }

    Stage stage() {
        return new Stage(
                new StageId(stage),
                name,
                Codes.STAGE_KIND.constant(kind),
                probability,
                Codes.FORECAST_CATEGORY.constant(category),
                rottingDays,
                gate());
    }

    private Gate gate() {
        Set<Requirement> required = EnumSet.noneOf(Requirement.class);
        lines(gateFields).forEach(code -> required.add(Codes.REQUIREMENT.constant(code)));
        return new Gate(required, lines(gateCustom), noSkipping, noGoingBack, approval);
    }

    /* some databases keep an empty text as none */
    private static Set<String> lines(@Nullable String text) {
        return text == null || text.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(text.split(MARK, -1)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StageColumns that && stage().equals(that.stage());
    }

    @Override
    public int hashCode() {
        return stage().hashCode();
    }
}
