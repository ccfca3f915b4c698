package io.crmkit.core.audience;

import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.value.FieldType;
import java.util.List;

/** The fields of pipelines. */
public final class PipelineFields {

    /** The identity. */
    public static final Field<Pipeline, PipelineId> ID =
            new Field<>(Pipeline.class, "id", FieldType.ID, Codec.id(PipelineId::new), Pipeline::id);

    /** The name. */
    public static final Field<Pipeline, String> NAME =
            new Field<>(Pipeline.class, "name", FieldType.TEXT, Codec.same(String.class), Pipeline::name);

    /** The type of business it is for. */
    public static final Field<Pipeline, String> BUSINESS_TYPE = new Field<>(
            Pipeline.class,
            "businessType",
            FieldType.TEXT,
            Codec.same(String.class),
            pipeline -> pipeline.use().businessType());

    /** All of them, by name. */
    public static final Fields<Pipeline> ALL =
            new Fields<>(Pipeline.class, List.of(ID, NAME, BUSINESS_TYPE), null, null);

    private PipelineFields() {}
}
