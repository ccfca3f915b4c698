package io.crmkit.examples.document;

import static java.util.Objects.requireNonNull;

import com.lowagie.text.Element;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.port.QuoteRenderer;
import io.crmkit.core.port.QuoteSheet;
import io.crmkit.core.port.RenderedFile;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Quotes as PDF files of A4 pages, by OpenPDF: letterhead, parties, lines with the sum carried forward from page to page,
 * totals by tax category, terms, and a place to sign.
 *
 * <p>The words are English or Italian, numbers and dates those of the customer's locale. Letters of scripts that are read
 * from the right are set from the right. The same sheet makes the same bytes on one version of Java and of this class.
 */
public final class PdfQuoteRenderer implements QuoteRenderer {

    private static final float SIZE = 8.5f;

    private final Letterhead letterhead;

    /**
     * Makes a renderer.
     *
     * @param letterhead who issues the quotes
     */
    public PdfQuoteRenderer(Letterhead letterhead) {
        this.letterhead = requireNonNull(letterhead, "letterhead");
    }

    @Override
    public RenderedFile render(QuoteSheet sheet) {
        // fonts remember which of their letters were used, so that each file has its own
        PdfFonts fonts = new PdfFonts();
        Words words = new Words(sheet.locale());
        String title = words.of("quote") + " " + sheet.quote().number();
        PdfPages pages = new PdfPages(fonts, letterhead, words, title + " \u00B7 " + letterhead.name());
        new PdfHead(sheet, letterhead, fonts, words).putOn(pages);
        new PdfLines(sheet.quote(), fonts, words, letterhead.accent()).putOn(pages);
        new PdfTotals(fonts, words, letterhead.accent()).putOn(pages, sheet.quote());
        terms(pages, fonts, words, sheet.quote().terms());
        signature(pages, fonts, words);
        dated(pages, Objects.requireNonNull(sheet.quote().progress().sentAt()));
        byte[] written = pages.finish(List.of(title, letterhead.name()));
        String name = sheet.quote().number().toString().replace('/', '-') + ".pdf";
        return RenderedFile.of(name, "application/pdf", RepeatablePdf.of(written));
    }

    /* not when the file was made, but when the quote was issued */
    private static void dated(PdfPages pages, Instant issued) {
        GregorianCalendar calendar = GregorianCalendar.from(issued.atZone(java.time.ZoneOffset.UTC));
        pages.writer().getInfo().put(PdfName.CREATIONDATE, new PdfDate(calendar));
        pages.writer().getInfo().put(PdfName.MODDATE, new PdfDate(calendar));
    }

    private void terms(PdfPages pages, PdfFonts fonts, Words words, QuoteTerms terms) {
        pages.skip(14);
        PdfPTable rows = PdfPages.table(PdfPages.WIDTH, 1, 6);
        said(rows, fonts, words.of("payment"), terms.payment());
        said(rows, fonts, words.of("delivery"), terms.delivery());
        said(rows, fonts, words.of("note"), terms.note());
        pages.putRows(rows);
    }

    private void said(PdfPTable rows, PdfFonts fonts, String name, @Nullable String text) {
        if (text == null) {
            return;
        }
        String heading = name;
        for (String line : text.split("\n", -1)) {
            rows.addCell(PdfFonts.cell(fonts.bold(heading, SIZE, letterhead.accent()), Element.ALIGN_LEFT));
            String shown = line.isBlank() ? "\u00A0" : line.replace('\t', ' ');
            rows.addCell(PdfFonts.cell(fonts.text(shown, SIZE, PdfFonts.INK), Element.ALIGN_LEFT));
            heading = "";
        }
    }

    private static void signature(PdfPages pages, PdfFonts fonts, Words words) {
        PdfPTable rows = PdfPages.table(PdfPages.WIDTH, 1.4f, 1);
        PdfPCell asked = PdfFonts.cell(fonts.text(words.of("accept"), SIZE, PdfFonts.INK), Element.ALIGN_LEFT);
        asked.setPaddingTop(34);
        rows.addCell(asked);
        PdfPCell line =
                PdfFonts.cell(fonts.text(words.of("signature"), SIZE - 1.5f, PdfFonts.GREY), Element.ALIGN_LEFT);
        line.setBorder(PdfPCell.NO_BORDER);
        line.setPaddingTop(34);
        line.setCellEvent((cell, place, canvases) -> {
            var canvas = canvases[PdfPTable.LINECANVAS];
            canvas.setColorStroke(PdfFonts.GREY);
            canvas.setLineWidth(0.5f);
            canvas.moveTo(place.getLeft(), place.getTop() - 31);
            canvas.lineTo(place.getRight(), place.getTop() - 31);
            canvas.stroke();
        });
        rows.addCell(line);
        pages.putWhole(rows, 0);
    }
}
