package io.crmkit.jpa;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pipeline as stored, with its stages in order. */
@Entity
@Table(name = "crm_pipeline")
class PipelineRow extends Row {

    @Column(name = "name", nullable = false, length = 200)
    String name;

    @Column(name = "name_folded", nullable = false, length = 200)
    String nameFolded;

    @Column(name = "business_type", length = 100)
    @Nullable
    String businessType;

    @Column(name = "business_type_folded", length = 100)
    @Nullable
    String businessTypeFolded;

    /* one identity on each line */
    @Column(name = "teams", nullable = false, length = 3_700)
    String teams;

    @Column(name = "version", nullable = false)
    int version;

    @ElementCollection
    @CollectionTable(name = "crm_pipeline_stage", joinColumns = @JoinColumn(name = "pipeline_id", nullable = false))
    @OrderColumn(name = "stage_order", nullable = false)
    List<StageColumns> stages = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "crm_pipeline_past", joinColumns = @JoinColumn(name = "pipeline_id", nullable = false))
    @OrderColumn(name = "past_order", nullable = false)
    List<PastStageColumns> past = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected PipelineRow() {}
}
