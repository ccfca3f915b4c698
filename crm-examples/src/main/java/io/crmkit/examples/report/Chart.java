package io.crmkit.examples.report;

import java.util.Locale;

/**
 * An inline SVG as wide as its place, with a text alternative.
 *
 * <p>Places across are percentages and places down are pixels, so that a chart fits a phone and its letters keep their
 * size.
 */
final class Chart {

    private static final int LONGEST_LABEL = 44;

    private final Html svg = new Html();

    Chart(String id, String title, String description, int height) {
        svg.add(
                "<svg role=\"img\" aria-labelledby=\"%s-title %s-desc\" width=\"100%%\" height=\"" + height + "\">",
                id,
                id);
        svg.add("<title id=\"%s-title\">%s</title><desc id=\"%s-desc\">%s</desc>", id, title, id, description);
    }

    Html end() {
        return svg.add("</svg>");
    }

    private static String across(double percent) {
        return String.format(Locale.ROOT, "%.3f%%", percent);
    }

    private static String down(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels);
    }

    static String shortened(String label) {
        int[] points = label.codePoints().toArray();
        return points.length <= LONGEST_LABEL ? label : new String(points, 0, LONGEST_LABEL - 1) + "\u2026";
    }

    /** Writes a label that begins at a place. */
    Chart label(double x, double y, String kind, String text) {
        svg.add("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>", kind, across(x), down(y), shortened(text));
        return this;
    }

    /** Writes a label that ends at a place. */
    Chart labelEnding(double x, double y, String kind, String text) {
        svg.add(
                "<text class=\"%s\" text-anchor=\"end\" x=\"%s\" y=\"%s\">%s</text>",
                kind, across(x), down(y), shortened(text));
        return this;
    }

    /** Writes a label around a place. */
    Chart labelAround(double x, double y, String kind, String text) {
        svg.add(
                "<text class=\"%s\" text-anchor=\"middle\" x=\"%s\" y=\"%s\">%s</text>",
                kind, across(x), down(y), shortened(text));
        return this;
    }

    Chart bar(double x, double y, double width, double height, String kind) {
        svg.add(
                "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>",
                kind, across(x), down(y), across(Math.max(0, width)), down(height));
        return this;
    }

    Chart line(double x1, double y1, double x2, double y2, String kind) {
        svg.add(
                "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>",
                kind, across(x1), down(y1), across(x2), down(y2));
        return this;
    }

    Chart dot(double x, double y, String kind, String title) {
        svg.add(
                "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"5\"><title>%s</title></circle>",
                kind, across(x), down(y), title);
        return this;
    }

    /** Draws a curve over a part of the chart, its points given in thousandths of that part. */
    Chart curve(double x, double y, double width, double height, String kind, String points) {
        svg.add(
                "<svg x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" viewBox=\"0 0 1000 1000\" preserveAspectRatio=\"none\">"
                        + "<polyline class=\"%s\" points=\"%s\"/></svg>",
                across(x), down(y), across(width), down(height), kind, points);
        return this;
    }
}
