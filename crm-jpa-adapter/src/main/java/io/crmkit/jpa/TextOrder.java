package io.crmkit.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;

/**
 * Texts in the order of their code points, which is that of their bytes in UTF-8; databases have orders of their own, and
 * each its own function for those bytes.
 */
final class TextOrder {

    private final CriteriaBuilder builder;
    private final boolean postgresql;

    TextOrder(CriteriaBuilder builder, boolean postgresql) {
        this.builder = builder;
        this.postgresql = postgresql;
    }

    /* the class claimed is that of the text; what is compared are two answers of the same function */
    Expression<String> of(Expression<String> text) {
        return postgresql
                ? builder.function("convert_to", String.class, text, builder.literal("UTF8"))
                : builder.function("stringtoutf8", String.class, text);
    }

    /** Asks the database which it is, in words both know. */
    static boolean isPostgresql(EntityManager manager) {
        Object found = manager.createNativeQuery(
                        "select count(*) from information_schema.schemata where schema_name = 'pg_catalog'")
                .getSingleResult();
        return ((Number) found).longValue() > 0;
    }
}
