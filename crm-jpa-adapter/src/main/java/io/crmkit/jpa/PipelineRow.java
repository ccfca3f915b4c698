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

/** A pipeline as stored, with its stages in order. */
@Entity
@Table(name = "crm_pipeline")
class PipelineRow extends Row {

    @Column(name = "name", nullable = false, length = 200)
    String name;

    @Column(name = "name_folded", nullable = false, length = 200)
    String nameFolded;

    @ElementCollection
    @CollectionTable(name = "crm_pipeline_stage", joinColumns = @JoinColumn(name = "pipeline_id", nullable = false))
    @OrderColumn(name = "stage_order", nullable = false)
    List<StageColumns> stages = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected PipelineRow() {}
}
