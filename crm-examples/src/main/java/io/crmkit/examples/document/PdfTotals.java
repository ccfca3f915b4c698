package io.crmkit.examples.document;

import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import io.crmkit.core.document.DocumentAllowance;
import io.crmkit.core.document.DocumentTotals;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.TaxSubtotal;
import java.awt.Color;

/** What a quote comes to: lines, allowances, each tax category, and the total. */
final class PdfTotals {

    private static final float WIDTH = 270;
    private static final float SIZE = 9;

    private final PdfFonts fonts;
    private final Words words;
    private final Color accent;

    PdfTotals(PdfFonts fonts, Words words, Color accent) {
        this.fonts = fonts;
        this.words = words;
        this.accent = accent;
    }

    void putOn(PdfPages pages, Quote quote) {
        DocumentTotals totals = quote.totals();
        PdfPTable rows = PdfPages.table(WIDTH, 1.9f, 1);
        if (!quote.allowances().isEmpty()) {
            row(rows, words.of("lines"), words.money(totals.lines()));
            for (DocumentAllowance allowance : quote.allowances()) {
                row(rows, allowance.reason(), "\u2212" + words.money(allowance.amount()));
            }
        }
        row(rows, words.of("net"), words.money(totals.net()));
        for (TaxSubtotal tax : totals.taxes()) {
            row(rows, words.of("taxOn", words.tax(tax.category()), words.money(tax.taxable())), words.money(tax.tax()));
        }
        last(rows, words.of("gross"), Element.ALIGN_LEFT);
        last(rows, words.money(totals.gross()), Element.ALIGN_RIGHT);
        pages.skip(8);
        pages.putWhole(rows, PdfPages.WIDTH - WIDTH);
    }

    private void row(PdfPTable rows, String name, String amount) {
        rows.addCell(PdfFonts.cell(fonts.text(name, SIZE, PdfFonts.INK), Element.ALIGN_LEFT));
        rows.addCell(amount(fonts.text(amount, SIZE, PdfFonts.INK)));
    }

    /* an amount reads from the left, whatever its currency's sign does */
    private static PdfPCell amount(Phrase phrase) {
        PdfPCell cell = PdfFonts.cell(phrase, Element.ALIGN_RIGHT);
        cell.setRunDirection(PdfWriter.RUN_DIRECTION_LTR);
        cell.setHorizontalAlignment(Element.ALIGN_RIGHT);
        return cell;
    }

    private void last(PdfPTable rows, String text, int alignment) {
        PdfPCell cell = PdfFonts.cell(fonts.bold(text, SIZE + 2.5f, accent), alignment);
        cell.setBorder(PdfPCell.TOP);
        cell.setBorderColor(accent);
        cell.setBorderWidth(1);
        cell.setPaddingTop(6);
        rows.addCell(cell);
    }
}
