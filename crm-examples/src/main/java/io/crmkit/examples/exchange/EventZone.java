package io.crmkit.examples.exchange;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Optional;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.TzId;
import org.jspecify.annotations.Nullable;

/**
 * The zone in which events are told, with the definition that a strict reader wants beside them; UTC where there is none.
 *
 * @param zone the zone
 * @param timeZone its definition, or null
 */
record EventZone(ZoneId zone, @Nullable VTimeZone timeZone) {

    private static final TimeZoneRegistry REGISTRY =
            TimeZoneRegistryFactory.getInstance().createRegistry();

    static EventZone of(ZoneId zone) {
        TimeZone known = REGISTRY.getTimeZone(zone.getId());
        VTimeZone definition = known == null ? null : known.getVTimeZone();
        return new EventZone(zone, definition != null && isOf(definition, zone) ? definition : null);
    }

    /* an old name of a zone is defined under the new one */
    private static boolean isOf(VTimeZone definition, ZoneId zone) {
        TzId name = definition.getTimeZoneId();
        return name != null && name.getValue().equals(zone.getId());
    }

    Optional<VTimeZone> definition() {
        return Optional.ofNullable(timeZone);
    }

    Temporal time(Instant at) {
        return timeZone == null ? at : at.atZone(zone);
    }
}
