package io.crmkit.examples.document;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.PageSize;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Pages of A4 that are filled from the top, with what stands at the head and at the foot of each. */
final class PdfPages extends PdfPageEventHelper {

    static final float LEFT = 50;
    static final float WIDTH = PageSize.A4.getWidth() - 100;

    private static final float TOP = PageSize.A4.getHeight() - 45;
    private static final float TOP_OF_NEXT = TOP - 30;
    private static final float BOTTOM = 88;
    private static final float SMALL = 7;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Document document = new Document(PageSize.A4, 0, 0, 0, 0);
    private final PdfWriter writer = PdfWriter.getInstance(document, written);
    private final PdfFonts fonts;
    private final Letterhead letterhead;
    private final String running;
    private final Words words;
    private final PdfTemplate total;
    private float at = TOP;

    /** Opens the first page; the running title stands on those that follow. */
    PdfPages(PdfFonts fonts, Letterhead letterhead, Words words, String running) {
        this.fonts = fonts;
        this.letterhead = letterhead;
        this.words = words;
        this.running = running;
        writer.setPageEvent(this);
        document.open();
        this.total = canvas().createTemplate(40, 12);
    }

    PdfWriter writer() {
        return writer;
    }

    PdfContentByte canvas() {
        return writer.getDirectContent();
    }

    /** How much there is left of this page, above its foot. */
    float left() {
        return at - BOTTOM;
    }

    float at() {
        return at;
    }

    void skip(float height) {
        at -= height;
    }

    /** A table as wide as the page, of columns in these proportions. */
    static PdfPTable table(float width, float... columns) {
        PdfPTable table = new PdfPTable(columns);
        table.setTotalWidth(width);
        table.setLockedWidth(true);
        return table;
    }

    /** Puts some rows of a table here, at a distance from the left; they must fit. */
    void put(PdfPTable table, int from, int until, float indent) {
        at = table.writeSelectedRows(from, until, LEFT + indent, at, canvas());
    }

    /** Puts a table here, on the next page where it does not fit whole. */
    void putWhole(PdfPTable table, float indent) {
        if (table.getTotalHeight() > left()) {
            next();
        }
        put(table, 0, -1, indent);
    }

    /** Puts a table here, row after row, on as many pages as that takes. */
    void putRows(PdfPTable table) {
        for (int row = 0; row < table.size(); row++) {
            if (table.getRowHeight(row) > left()) {
                next();
            }
            put(table, row, row + 1, 0);
        }
    }

    void next() {
        writer.setPageEmpty(false);
        document.newPage();
        at = TOP_OF_NEXT;
    }

    void rule(float y, float width) {
        PdfContentByte canvas = canvas();
        canvas.saveState();
        canvas.setColorStroke(letterhead.accent());
        canvas.setLineWidth(width);
        canvas.moveTo(LEFT, y);
        canvas.lineTo(LEFT + WIDTH, y);
        canvas.stroke();
        canvas.restoreState();
    }

    @Override
    public void onEndPage(PdfWriter ending, Document page) {
        if (ending.getPageNumber() > 1) {
            show(Element.ALIGN_LEFT, fonts.text(running, SMALL + 1, PdfFonts.GREY), LEFT, TOP);
            rule(TOP - 8, 0.6f);
        }
        rule(BOTTOM - 14, 0.4f);
        float y = BOTTOM - 26;
        for (String line : letterhead.footer()) {
            show(Element.ALIGN_LEFT, fonts.text(line, SMALL, PdfFonts.GREY), LEFT, y);
            y -= 9.5f;
        }
        Phrase number = fonts.text(words.of("page", ending.getPageNumber()), SMALL + 1, PdfFonts.GREY);
        float end = LEFT + WIDTH - 14;
        show(Element.ALIGN_RIGHT, number, end, BOTTOM - 26);
        canvas().addTemplate(total, end + 2.5f, BOTTOM - 26);
    }

    private void show(int alignment, Phrase phrase, float x, float y) {
        ColumnText.showTextAligned(canvas(), alignment, phrase, x, y, 0);
    }

    /** Ends the last page. */
    byte[] finish(List<String> properties) {
        writer.setPageEmpty(false);
        int pages = writer.getPageNumber();
        total.beginText();
        total.setFontAndSize(fonts.regular(), SMALL + 1);
        total.setColorFill(PdfFonts.GREY);
        total.showText(Integer.toString(pages));
        total.endText();
        document.addTitle(properties.get(0));
        document.addAuthor(properties.get(1));
        document.close();
        return written.toByteArray();
    }
}
