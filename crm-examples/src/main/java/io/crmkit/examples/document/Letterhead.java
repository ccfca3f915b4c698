package io.crmkit.examples.document;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.net.URL;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who issues the documents, and how they look.
 *
 * @param name the company's name
 * @param address its address, a line each, with whatever else stands at the top right
 * @param footer what stands at the foot of each page, a line each: tax number, register, bank
 * @param logo an image (PNG, JPEG) for the top left, shown at most 150 by 44 points; null for the name in letters
 * @param accent the colour of titles and rules
 * @param zone where its days begin, for the day of issue
 */
public record Letterhead(
        String name,
        List<String> address,
        List<String> footer,
        @Nullable URL logo,
        Color accent,
        ZoneId zone) {

    /** Makes a letterhead. */
    public Letterhead {
        requireNonNull(name, "name");
        address = List.copyOf(address);
        footer = List.copyOf(footer);
        requireNonNull(accent, "accent");
        requireNonNull(zone, "zone");
    }
}
