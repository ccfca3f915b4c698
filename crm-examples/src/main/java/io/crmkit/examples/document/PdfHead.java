package io.crmkit.examples.document;

import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import io.crmkit.core.document.Quote;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PostalAddress;
import io.crmkit.core.party.PostalPoint;
import io.crmkit.core.port.QuoteSheet;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The upper part of a quote's first page: who writes, to whom, and what it is. */
final class PdfHead {

    private static final float SIZE = 9;

    private final QuoteSheet sheet;
    private final Letterhead letterhead;
    private final PdfFonts fonts;
    private final Words words;

    PdfHead(QuoteSheet sheet, Letterhead letterhead, PdfFonts fonts, Words words) {
        this.sheet = sheet;
        this.letterhead = letterhead;
        this.fonts = fonts;
        this.words = words;
    }

    void putOn(PdfPages pages) {
        PdfPTable top = PdfPages.table(PdfPages.WIDTH, 1, 1);
        top.addCell(sign());
        top.addCell(block(letterhead.address(), 8, PdfFonts.GREY, Element.ALIGN_RIGHT));
        pages.put(top, 0, -1, 0);
        pages.skip(6);
        pages.rule(pages.at(), 1.4f);
        pages.skip(34);
        PdfPTable parties = PdfPages.table(PdfPages.WIDTH, 1.25f, 1);
        parties.addCell(block(addressee(), 10, PdfFonts.INK, Element.ALIGN_LEFT));
        parties.addCell(within(facts()));
        pages.put(parties, 0, -1, 0);
        pages.skip(22);
        PdfPTable title = PdfPages.table(PdfPages.WIDTH, 1);
        String name = words.of("quote") + " " + sheet.quote().number().number();
        title.addCell(PdfFonts.cell(fonts.bold(name, 18, letterhead.accent()), Element.ALIGN_LEFT));
        pages.put(title, 0, -1, 0);
        pages.skip(8);
    }

    private PdfPCell sign() {
        URL logo = letterhead.logo();
        if (logo == null) {
            return PdfFonts.cell(fonts.bold(letterhead.name(), 17, letterhead.accent()), Element.ALIGN_LEFT);
        }
        try {
            Image image = Image.getInstance(logo);
            image.scaleToFit(150, 44);
            PdfPCell cell = new PdfPCell(image, false);
            cell.setBorder(PdfPCell.NO_BORDER);
            return cell;
        } catch (IOException missing) {
            throw new UncheckedIOException("logo could not be read: " + logo, missing);
        }
    }

    private PdfPCell block(List<String> lines, float size, Color colour, int alignment) {
        PdfPTable rows = new PdfPTable(1);
        lines.forEach(line -> rows.addCell(PdfFonts.cell(fonts.text(line, size, colour), alignment)));
        return within(rows);
    }

    private static PdfPCell within(PdfPTable rows) {
        PdfPCell cell = new PdfPCell(rows);
        cell.setBorder(PdfPCell.NO_BORDER);
        return cell;
    }

    private List<String> addressee() {
        Company company = sheet.company();
        Person contact = sheet.contact();
        List<String> lines = new ArrayList<>();
        if (company != null) {
            lines.add(company.name());
        }
        if (contact != null) {
            lines.add(company == null ? contact.name() : words.of("attention", contact.name()));
        }
        List<ContactPoint> points = Stream.of(
                        company == null ? List.<ContactPoint>of() : company.contactPoints(),
                        contact == null ? List.<ContactPoint>of() : contact.contactPoints())
                .flatMap(List::stream)
                .toList();
        points.stream()
                .filter(PostalPoint.class::isInstance)
                .map(point -> ((PostalPoint) point).address())
                .findFirst()
                .ifPresent(address -> lines.addAll(label(address)));
        return lines;
    }

    private List<String> label(PostalAddress address) {
        String town = joined(address.postalCode(), address.city(), address.region());
        String country = address.countryCode() == null
                ? ""
                : new Locale.Builder().setRegion(address.countryCode()).build().getDisplayCountry(sheet.locale());
        return Stream.of(joined(address.street()), town, country)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    private PdfPTable facts() {
        Quote quote = sheet.quote();
        PdfPTable facts = new PdfPTable(new float[] {1, 1.4f});
        fact(facts, "quoteNumber", quote.number().number().toString());
        if (quote.number().revision() > 1) {
            fact(facts, "revision", Integer.toString(quote.number().revision()));
        }
        Instant issued = Objects.requireNonNull(quote.progress().sentAt());
        fact(facts, "issued", words.date(LocalDate.ofInstant(issued, letterhead.zone())));
        fact(facts, "validUntil", words.date(quote.terms().validUntil()));
        fact(facts, "yourContact", sheet.seller().name());
        return facts;
    }

    private void fact(PdfPTable facts, String key, String value) {
        Phrase name = fonts.text(words.of(key), SIZE, PdfFonts.GREY);
        facts.addCell(PdfFonts.cell(name, Element.ALIGN_LEFT));
        facts.addCell(PdfFonts.cell(fonts.text(value, SIZE, PdfFonts.INK), Element.ALIGN_RIGHT));
    }
}
