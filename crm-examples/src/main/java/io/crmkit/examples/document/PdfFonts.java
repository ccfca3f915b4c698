package io.crmkit.examples.document;

import com.lowagie.text.Chunk;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Bidi;

/** The letters of a document: DejaVu Sans Condensed, embedded, so that every machine shows the same ones. */
final class PdfFonts {

    static final Color INK = new Color(0x22, 0x26, 0x2B);
    static final Color GREY = new Color(0x6B, 0x72, 0x80);

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
    private static final int REPLACEMENT = 0xFFFD;

    private final BaseFont regular = read("DejaVuSansCondensed.ttf");
    private final BaseFont bold = read("DejaVuSansCondensed-Bold.ttf");

    private static BaseFont read(String file) {
        try (InputStream in = PdfFonts.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException(
                        "font not found, add net.sf.jasperreports:jasperreports-fonts: " + file);
            }
            return BaseFont.createFont(
                    file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, in.readAllBytes(), null);
        } catch (IOException | DocumentException broken) {
            throw new UncheckedIOException("font could not be read: " + file, new IOException(broken));
        }
    }

    Phrase text(String text, float size, Color colour) {
        return new Phrase(new Chunk(shown(text, regular), new Font(regular, size, Font.NORMAL, colour)));
    }

    Phrase bold(String text, float size, Color colour) {
        return new Phrase(new Chunk(shown(text, bold), new Font(bold, size, Font.NORMAL, colour)));
    }

    BaseFont regular() {
        return regular;
    }

    /* what the font has no picture of stands as a replacement character: seen, and not silently gone */
    private static String shown(String text, BaseFont font) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .map(letter -> isShown(letter, font) ? letter : REPLACEMENT)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean isShown(int letter, BaseFont font) {
        return letter == '\n' || (letter <= Character.MAX_VALUE && font.charExists(letter));
    }

    /** A cell without lines around it, that reads in the direction its text has. */
    static PdfPCell cell(Phrase phrase, int alignment) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setBorder(PdfPCell.NO_BORDER);
        cell.setPadding(2.5f);
        cell.setUseAscender(true);
        cell.setUseDescender(true);
        cell.setLeading(0, 1.25f);
        boolean rightToLeft = isRightToLeft(phrase.getContent());
        cell.setRunDirection(rightToLeft ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR);
        // an element that reads from the right begins there
        cell.setHorizontalAlignment(rightToLeft ? mirrored(alignment) : alignment);
        return cell;
    }

    private static int mirrored(int alignment) {
        return alignment == Element.ALIGN_RIGHT ? Element.ALIGN_LEFT : alignment;
    }

    private static boolean isRightToLeft(String text) {
        return !text.isEmpty() && !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }
}
