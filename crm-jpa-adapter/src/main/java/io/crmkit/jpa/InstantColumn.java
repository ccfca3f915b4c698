package io.crmkit.jpa;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Instants as drivers answer them; not every provider makes an instant of that by itself. Public for the sake of providers,
 * which make one; of no use to hosts.
 */
@Converter
public final class InstantColumn implements AttributeConverter<@Nullable Instant, @Nullable OffsetDateTime> {

    /** Makes the converter. */
    public InstantColumn() {}

    @Override
    public @Nullable OffsetDateTime convertToDatabaseColumn(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }
}
