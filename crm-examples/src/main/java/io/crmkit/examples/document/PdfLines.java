package io.crmkit.examples.document;

import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import io.crmkit.core.document.DocumentLine;
import io.crmkit.core.document.LineKind;
import io.crmkit.core.document.Quote;
import io.crmkit.core.value.Money;
import java.awt.Color;
import java.math.BigDecimal;
import java.util.Currency;

/** The lines of a quote as a table over as many pages as it takes, with the sum so far at each turn of the page. */
final class PdfLines {

    private static final float[] COLUMNS = {0.8f, 6, 1.6f, 1.7f, 1.1f, 2};
    private static final float SIZE = 8.5f;
    private static final Color STRIPE = new Color(0xF5, 0xF6, 0xF8);

    private final Quote quote;
    private final Currency currency;
    private final PdfFonts fonts;
    private final Words words;
    private final Color accent;

    PdfLines(Quote quote, PdfFonts fonts, Words words, Color accent) {
        this.quote = quote;
        this.currency = quote.terms().currency();
        this.fonts = fonts;
        this.words = words;
        this.accent = accent;
    }

    void putOn(PdfPages pages) {
        PdfPTable rows = PdfPages.table(PdfPages.WIDTH, COLUMNS);
        int number = 0;
        for (DocumentLine line : quote.lines()) {
            add(rows, line, number++ % 2 == 1);
        }
        PdfPTable heading = heading();
        pages.put(heading, 0, -1, 0);
        Money sum = new Money(BigDecimal.ZERO, currency);
        float reserve = carried("carried", sum).getTotalHeight();
        for (int row = 0; row < rows.size(); row++) {
            boolean last = row == rows.size() - 1;
            if (rows.getRowHeight(row) + (last ? 0 : reserve) > pages.left()) {
                pages.put(carried("carried", sum), 0, -1, 0);
                pages.next();
                pages.put(heading, 0, -1, 0);
                pages.put(carried("brought", sum), 0, -1, 0);
            }
            pages.put(rows, row, row + 1, 0);
            DocumentLine line = quote.lines().get(row);
            sum = line.kind() == LineKind.STANDARD ? sum.plus(line.net(currency)) : sum;
        }
    }

    private PdfPTable heading() {
        PdfPTable heading = PdfPages.table(PdfPages.WIDTH, COLUMNS);
        headed(heading, "position", Element.ALIGN_LEFT);
        headed(heading, "description", Element.ALIGN_LEFT);
        headed(heading, "quantity", Element.ALIGN_RIGHT);
        headed(heading, "unitPrice", Element.ALIGN_RIGHT);
        headed(heading, "discount", Element.ALIGN_RIGHT);
        headed(heading, "amount", Element.ALIGN_RIGHT);
        return heading;
    }

    private void headed(PdfPTable table, String key, int alignment) {
        PdfPCell cell =
                PdfFonts.cell(fonts.bold(words.of(key, currency.getCurrencyCode()), SIZE, Color.WHITE), alignment);
        cell.setBackgroundColor(accent);
        cell.setPadding(4.5f);
        table.addCell(cell);
    }

    private void add(PdfPTable rows, DocumentLine line, boolean striped) {
        boolean counts = line.kind() == LineKind.STANDARD;
        Color colour = counts ? PdfFonts.INK : PdfFonts.GREY;
        cell(rows, fonts.text(Integer.toString(line.number()), SIZE, PdfFonts.GREY), Element.ALIGN_LEFT, striped);
        cell(rows, described(line, colour), Element.ALIGN_LEFT, striped);
        String quantity = words.number(line.quantity()) + "\u00A0" + words.unit(line.unit());
        cell(rows, fonts.text(quantity, SIZE, colour), Element.ALIGN_RIGHT, striped);
        cell(rows, fonts.text(words.price(line.unitPrice(), currency), SIZE, colour), Element.ALIGN_RIGHT, striped);
        String discount = line.discount().signum() == 0 ? "" : words.number(line.discount()) + "%";
        cell(rows, fonts.text(discount, SIZE, colour), Element.ALIGN_RIGHT, striped);
        String amount = words.amount(line.net(currency));
        cell(rows, fonts.text(counts ? amount : "(" + amount + ")", SIZE, colour), Element.ALIGN_RIGHT, striped);
    }

    private Phrase described(DocumentLine line, Color colour) {
        Phrase described = fonts.text(line.description(), SIZE, colour);
        if (line.kind() != LineKind.STANDARD) {
            described.add(fonts.text("\n" + words.of(line.kind().name()), SIZE - 1, accent));
        }
        return described;
    }

    private static void cell(PdfPTable rows, Phrase phrase, int alignment, boolean striped) {
        PdfPCell cell = PdfFonts.cell(phrase, alignment);
        cell.setPaddingTop(4);
        cell.setPaddingBottom(4);
        cell.setPaddingLeft(4.5f);
        cell.setPaddingRight(4.5f);
        if (striped) {
            cell.setBackgroundColor(STRIPE);
        }
        rows.addCell(cell);
    }

    private PdfPTable carried(String key, Money sum) {
        PdfPTable row = PdfPages.table(PdfPages.WIDTH, 11, 2.2f);
        for (String text : new String[] {words.of(key), words.amount(sum)}) {
            PdfPCell cell = PdfFonts.cell(fonts.bold(text, SIZE, PdfFonts.INK), Element.ALIGN_RIGHT);
            cell.setPadding(4.5f);
            row.addCell(cell);
        }
        return row;
    }
}
