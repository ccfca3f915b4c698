package io.crmkit.jpa;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table and the columns of a row class, as its annotations name them, for statements of our own. */
final class RowColumns {

    private static final ClassValue<RowColumns> KNOWN = new ClassValue<>() {
        @Override
        protected RowColumns computeValue(Class<?> entity) {
            return new RowColumns(entity);
        }
    };

    private static final Map<Class<?>, Integer> TYPES = Map.ofEntries(
            Map.entry(UUID.class, Types.OTHER),
            Map.entry(String.class, Types.VARCHAR),
            Map.entry(Long.class, Types.BIGINT),
            Map.entry(long.class, Types.BIGINT),
            Map.entry(Integer.class, Types.INTEGER),
            Map.entry(int.class, Types.INTEGER),
            Map.entry(BigDecimal.class, Types.NUMERIC),
            Map.entry(Boolean.class, Types.BOOLEAN),
            Map.entry(boolean.class, Types.BOOLEAN),
            Map.entry(LocalDate.class, Types.DATE),
            Map.entry(Instant.class, Types.TIMESTAMP_WITH_TIMEZONE));

    private final String table;
    private final List<RowColumn> columns = new ArrayList<>();

    /** A column, and the attribute that holds it, in an embedded part of the row where there is one. */
    private record RowColumn(String name, @Nullable Field part, Field attribute, int type) {

        @Nullable
        Object of(Object row) {
            try {
                Object holder = part == null ? row : part.get(row);
                return holder == null ? null : attribute.get(holder);
            } catch (IllegalAccessException hidden) {
                throw new IllegalStateException(hidden);
            }
        }

        void set(PreparedStatement statement, int index, Object row) throws SQLException {
            Object value = of(row);
            if (value == null) {
                statement.setNull(index, type);
            } else if (value instanceof Instant at) {
                statement.setObject(index, at.atOffset(ZoneOffset.UTC));
            } else {
                statement.setObject(index, value);
            }
        }
    }

    private RowColumns(Class<?> entity) {
        table = entity.getAnnotation(Table.class).name();
        List<Class<?>> line = new ArrayList<>();
        for (Class<?> type = entity; type != Object.class; type = type.getSuperclass()) {
            line.add(0, type);
        }
        line.forEach(type -> addOf(type, null, Map.of()));
    }

    static RowColumns of(Class<?> entity) {
        return KNOWN.get(entity);
    }

    private void addOf(Class<?> type, @Nullable Field part, Map<String, Column> overrides) {
        for (Field attribute : type.getDeclaredFields()) {
            Column column = overrides.getOrDefault(attribute.getName(), attribute.getAnnotation(Column.class));
            if (attribute.isAnnotationPresent(Embedded.class)) {
                addOf(attribute.getType(), attribute, overrides(attribute));
            } else if (column != null) {
                columns.add(new RowColumn(column.name(), part, attribute, type(attribute)));
            } else if (!Modifier.isStatic(attribute.getModifiers())
                    && !attribute.isSynthetic()
                    && !attribute.isAnnotationPresent(Transient.class)) {
                throw new IllegalStateException("an attribute of a row must name its column: " + attribute);
            }
        }
    }

    private static int type(Field attribute) {
        Integer type = TYPES.get(attribute.getType());
        if (type == null) {
            throw new IllegalStateException("an attribute of a row must be of a type that columns have: " + attribute);
        }
        return type;
    }

    private static Map<String, Column> overrides(Field embedded) {
        Map<String, Column> overrides = new HashMap<>();
        for (AttributeOverride override : embedded.getAnnotationsByType(AttributeOverride.class)) {
            overrides.put(override.name(), override.column());
        }
        return overrides;
    }

    /** The statement that inserts a row. */
    String insertInto(String schema) {
        List<String> names = columns.stream().map(RowColumn::name).toList();
        return "insert into " + schema + table + " (" + String.join(", ", names) + ") values ("
                + String.join(", ", Collections.nCopies(names.size(), "?")) + ")";
    }

    /** Sets the values of a row. */
    void set(PreparedStatement statement, Object row) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).set(statement, i + 1, row);
        }
    }
}
