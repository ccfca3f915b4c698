package io.crmkit.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import java.util.List;

/**
 * Texts in the order of their code points, which is that of their bytes in UTF-8; databases have orders of their own, and
 * each its own way to those bytes.
 */
enum TextOrder {
    H2 {
        @Override
        Expression<String> of(CriteriaBuilder builder, Expression<String> text) {
            return builder.function("stringtoutf8", String.class, text);
        }
    },
    POSTGRESQL {
        @Override
        Expression<String> of(CriteriaBuilder builder, Expression<String> text) {
            return builder.function("convert_to", String.class, text, builder.literal("UTF8"));
        }
    },
    /* the columns are in this order by themselves */
    MARIADB {
        @Override
        Expression<String> of(CriteriaBuilder builder, Expression<String> text) {
            return text;
        }
    };

    /* the class claimed is that of the text; what is compared are two answers of the same function */
    abstract Expression<String> of(CriteriaBuilder builder, Expression<String> text);

    /** Asks the database which it is, in words all of them know. */
    static TextOrder of(EntityManager manager) {
        List<?> found = manager.createNativeQuery("select table_schema from information_schema.tables"
                        + " where table_schema = 'pg_catalog' and table_name = 'pg_class'"
                        + " or table_schema = 'information_schema' and table_name = 'ENGINES'")
                .getResultList();
        if (found.isEmpty()) {
            return H2;
        }
        return found.contains("pg_catalog") ? POSTGRESQL : MARIADB;
    }
}
