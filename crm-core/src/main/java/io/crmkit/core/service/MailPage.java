package io.crmkit.core.service;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text as a page of HTML: paragraphs between empty lines, and everything that looks like markup as the text it is. */
final class MailPage {

    private MailPage() {}

    static String of(String text, Locale locale) {
        String paragraphs = Stream.of(
                        text.replace("\r\n", "\n").replace('\r', '\n').split("\n[ \t]*\n"))
                .filter(paragraph -> !paragraph.isBlank())
                .map(paragraph -> "<p>" + escaped(paragraph.strip()).replace("\n", "<br>\n") + "</p>\n")
                .collect(Collectors.joining());
        return "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"auto\">\n<head><meta charset=\"utf-8\"></head>\n<body>\n%s</body>\n</html>\n"
                .formatted(escaped(locale.toLanguageTag()), paragraphs);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
