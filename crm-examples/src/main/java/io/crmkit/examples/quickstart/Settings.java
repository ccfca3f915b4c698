package io.crmkit.examples.quickstart;

import io.crmkit.core.exchange.ImportOptions;
import io.crmkit.core.exchange.Mapping;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the quickstart was asked for, by system properties.
 *
 * @param data {@code crm.data}: the folder of the user's export, or null for a generated month
 * @param out {@code crm.out}: the folder the report is written to
 * @param mapping {@code crm.mapping}: a mapping file, or null to recognise the export by its headings
 * @param currency {@code crm.currency}: the currency of amounts whose file names none
 * @param zone {@code crm.zone}: the zone in which days and months begin
 */
record Settings(@Nullable Path data, Path out, @Nullable Path mapping, Currency currency, ZoneId zone) {

    /**
     * Reads the settings.
     *
     * @param properties the properties; blank ones count as absent
     * @param defaultOut where the report goes unless said otherwise
     * @return the settings
     * @throws IllegalArgumentException naming the property that cannot be read
     */
    static Settings of(Properties properties, Path defaultOut) {
        Path data = path(properties, "crm.data");
        Path out = path(properties, "crm.out");
        return new Settings(
                data,
                out == null ? defaultOut : out,
                path(properties, "crm.mapping"),
                currency(properties),
                zone(properties, data == null ? "Europe/Rome" : "UTC"));
    }

    ImportOptions importOptions() {
        ImportOptions options = ImportOptions.defaults().withCurrency(currency).withZone(zone);
        return mapping == null ? options : options.withMapping(Mapping.read(mapping));
    }

    private static @Nullable String given(Properties properties, String name) {
        String value = properties.getProperty(name, "").strip();
        return value.isEmpty() ? null : value;
    }

    private static @Nullable Path path(Properties properties, String name) {
        String value = given(properties, name);
        try {
            return value == null ? null : Path.of(value);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(name + " must be a path: '" + value + "'", e);
        }
    }

    private static Currency currency(Properties properties) {
        String code = given(properties, "crm.currency");
        try {
            return Currency.getInstance(code == null ? "USD" : code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("crm.currency must be an ISO 4217 code such as EUR: '" + code + "'", e);
        }
    }

    private static ZoneId zone(Properties properties, String byDefault) {
        String zone = given(properties, "crm.zone");
        try {
            return ZoneId.of(zone == null ? byDefault : zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("crm.zone must be a time zone such as Europe/Rome: '" + zone + "'", e);
        }
    }
}
