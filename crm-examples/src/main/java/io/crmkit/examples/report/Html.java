package io.crmkit.examples.report;

import java.util.List;
import java.util.Locale;

/** HTML and SVG as it is written: markup from this package, texts from anywhere, which are always escaped. */
final class Html {

    private final StringBuilder html = new StringBuilder();

    /** Writes markup as it stands, with texts filled in where it says {@code %s}; the texts are escaped. */
    Html add(String markup, Object... texts) {
        Object[] safe = new Object[texts.length];
        for (int i = 0; i < texts.length; i++) {
            safe[i] = texts[i] instanceof Number ? texts[i] : escaped(String.valueOf(texts[i]));
        }
        html.append(String.format(Locale.ROOT, markup, safe)).append('\n');
        return this;
    }

    /** Writes markup that was written here before. */
    Html add(Html part) {
        html.append(part.html);
        return this;
    }

    /** Writes a table. The first column names the row; the others are numbers or words about it. */
    Html table(String caption, List<String> headings, List<List<String>> rows) {
        add("<div class=\"scroll\"><table><caption>%s</caption><thead><tr>", caption);
        headings.forEach(heading -> add("<th scope=\"col\">%s</th>", heading));
        add("</tr></thead><tbody>");
        for (List<String> row : rows) {
            add("<tr><th scope=\"row\">%s</th>", row.get(0));
            row.stream().skip(1).forEach(cell -> add("<td>%s</td>", cell));
            add("</tr>");
        }
        return add("</tbody></table></div>");
    }

    /** Writes a table that is folded away until asked for. */
    Html foldedTable(String caption, List<String> headings, List<List<String>> rows) {
        return add("<details><summary>%s</summary>", caption)
                .table(caption, headings, rows)
                .add("</details>");
    }

    /** Escapes a text for element content and quoted attributes; characters that XML does not know are left out. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(isKnownToXml(c) ? Character.toString(c) : "\uFFFD");
            }
        });
        return safe.toString();
    }

    private static boolean isKnownToXml(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
