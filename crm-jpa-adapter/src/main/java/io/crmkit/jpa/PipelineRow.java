package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
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

    @Transient
    List<StageRow> stages = new ArrayList<>();

    @Transient
    List<PastStageRow> past = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected PipelineRow() {}
}
