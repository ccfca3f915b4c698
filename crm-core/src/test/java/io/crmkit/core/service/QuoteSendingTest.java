package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.DocumentStateException;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteNotSentException;
import io.crmkit.core.document.QuoteNotSentException.Step;
import io.crmkit.core.document.QuoteState;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Company;
import io.crmkit.core.port.Mail;
import io.crmkit.core.port.Mailer;
import io.crmkit.core.port.QuoteRenderer;
import io.crmkit.core.port.QuoteSheet;
import io.crmkit.core.port.RenderedFile;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.CrmException;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Quotes on their way to the customer, with a renderer and a mailer that the test plays. */
class QuoteSendingTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final SendQuote WISH =
            SendQuote.to(new EmailAddress("ann@acme.example"), "Your quote", "Dear Ann,\n\nhere it is.", Locale.UK);

    private final List<Mail> mails = Collections.synchronizedList(new ArrayList<>());
    private final InMemoryStores stores = InMemoryStores.empty();

    private final CrmSession session = session(QuoteSendingTest::file, mails::add);
    private final Company acme = session.companies().add(AddCompany.named("Acme"));
    private final DocumentParties parties = new DocumentParties(
            session.sellers().add(new AddSeller("Anna Rossi", null)).id(), acme.id(), null, null);

    private CrmSession session(QuoteRenderer renderer, Mailer mailer) {
        return Crm.builder()
                .stores(stores)
                .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                .renderer(renderer)
                .mailer(mailer)
                .build()
                .as(new Actor(new TenantId("acme"), "anna"));
    }

    /* a file that says what it was made of */
    private static RenderedFile file(QuoteSheet sheet) {
        Company company = java.util.Objects.requireNonNull(sheet.company());
        String content = sheet.quote() + " for " + company.name() + " by "
                + sheet.seller().name() + " in " + sheet.locale();
        return RenderedFile.of(
                sheet.quote().naturalKey().replace('/', '-') + ".pdf",
                "application/pdf",
                content.getBytes(StandardCharsets.UTF_8));
    }

    private Quote draft() {
        return session.quotes()
                .draft(new DraftQuote(
                        parties,
                        new QuoteTerms(Currency.getInstance("EUR"), LocalDate.of(2026, 6, 3), null, null, null),
                        List.of(DraftQuote.Line.of("Pump", "10", "120.50", TaxCategory.rate("22"))),
                        List.of()));
    }

    private static String refusal(Class<? extends Exception> type, Runnable call) {
        return String.valueOf(assertThrows(type, call::run).getMessage());
    }

    private Quote stored(Quote quote) {
        return session.quotes().find(quote.id()).orElseThrow();
    }

    @Test
    void aQuoteIsMailedWithItsFileAndKeepsTheFilesHash() {
        Quote draft = draft();
        Quote sent = session.quotes().send(draft.id(), WISH, draft.revision());
        assertEquals(QuoteState.SENT, sent.state());
        assertEquals(sent, stored(draft));
        Mail mail = mails.get(0);
        assertEquals(List.of(new EmailAddress("ann@acme.example")), mail.to());
        assertEquals("Your quote", mail.subject());
        assertEquals("Dear Ann,\n\nhere it is.", mail.text());
        assertTrue(mail.html().contains("<p>Dear Ann,</p>\n<p>here it is.</p>"), mail.html());
        RenderedFile file = mail.attachments().get(0);
        assertEquals("Q-2026-00001.pdf", file.name());
        assertEquals(file.sha256(), sent.progress().renderedHash());
        assertEquals(NOON, sent.progress().sentAt());
        assertEquals(1, sent.progress().timesSent());
    }

    @Test
    void theRendererSeesTheQuoteAsTheCustomerIsGivenIt() {
        List<QuoteSheet> seen = new ArrayList<>();
        CrmSession watched = session(
                sheet -> {
                    seen.add(sheet);
                    return file(sheet);
                },
                mails::add);
        Quote draft = draft();
        Quote sent = watched.quotes().send(draft.id(), WISH, draft.revision());
        QuoteSheet sheet = seen.get(0);
        assertEquals(QuoteState.SENT, sheet.quote().state());
        assertEquals(NOON, sheet.quote().progress().sentAt());
        assertEquals(sent.lines(), sheet.quote().lines());
        assertEquals(acme, sheet.company());
        assertEquals(Locale.UK, sheet.locale());
        watched.quotes().sendAgain(sent.id(), WISH, sent.revision());
        assertEquals(sheet, seen.get(1));
    }

    @Test
    void aNextRevisionSupersedesTheOneBeforeWhenItIsMailed() {
        Quote first = session.quotes().send(draft().id(), WISH, new Revision(1));
        Quote second = session.quotes().revise(first.id());
        session.quotes().send(second.id(), WISH, second.revision());
        assertEquals(QuoteState.SUPERSEDED, stored(first).state());
        assertNotEquals(mails.get(0).key(), mails.get(1).key());
    }

    @Test
    void aRendererThatThrowsLeavesTheQuoteUnsentAndSaysSo() {
        IllegalStateException broken = new IllegalStateException("no font for \u20AC");
        CrmSession without = session(
                sheet -> {
                    throw broken;
                },
                mails::add);
        Quote draft = draft();
        long changes = session.journal().last();
        QuoteNotSentException refused = assertThrows(
                QuoteNotSentException.class, () -> without.quotes().send(draft.id(), WISH, draft.revision()));
        assertEquals(
                "quote Q-2026-00001 was not sent: the file could not be made: no font for \u20AC",
                refused.getMessage());
        assertEquals(Step.RENDERING, refused.step());
        assertEquals("Q-2026-00001", refused.quote());
        assertSame(broken, refused.getCause());
        assertEquals(draft, stored(draft));
        assertEquals(List.of(), mails);
        assertEquals(changes, session.journal().last());
    }

    @Test
    void aMailServerThatFailsLeavesTheQuoteUnsentAndTheOneBeforeInForce() {
        Quote first = session.quotes().send(draft().id(), WISH, new Revision(1));
        Quote second = session.quotes().revise(first.id());
        long changes = session.journal().last();
        CrmSession offline = session(QuoteSendingTest::file, mail -> {
            throw new UnsupportedOperationException();
        });
        QuoteNotSentException refused = assertThrows(
                QuoteNotSentException.class, () -> offline.quotes().send(second.id(), WISH, second.revision()));
        assertEquals(
                "quote Q-2026-00001/2 was not sent: the mail could not be handed over: UnsupportedOperationException",
                refused.getMessage());
        assertEquals(Step.MAILING, refused.step());
        assertEquals(second, stored(second));
        assertEquals(first, stored(first));
        assertEquals(changes, session.journal().last());
        Quote sent = session.quotes().send(second.id(), WISH, second.revision());
        assertEquals("quote-" + sent.id() + "-1", mails.get(1).key());
    }

    @Test
    void aQuoteIsSentTwiceOnlyWhenAskedTwice() {
        Quote draft = draft();
        Quote sent = session.quotes().send(draft.id(), WISH, draft.revision());
        assertThrows(StaleRevisionException.class, () -> session.quotes().send(draft.id(), WISH, draft.revision()));
        assertEquals(
                "quote Q-2026-00001 cannot be sent: it is SENT",
                refusal(DocumentStateException.class, () -> session.quotes().send(sent.id(), WISH, sent.revision())));
        assertEquals(1, mails.size());

        Quote again = session.quotes().sendAgain(sent.id(), WISH, sent.revision());
        assertEquals(2, again.progress().timesSent());
        assertEquals(sent.progress().sentAt(), again.progress().sentAt());
        assertArrayEquals(
                mails.get(0).attachments().get(0).content(),
                mails.get(1).attachments().get(0).content());
        assertNotEquals(mails.get(0).key(), mails.get(1).key());
        assertThrows(StaleRevisionException.class, () -> session.quotes().sendAgain(sent.id(), WISH, sent.revision()));
        assertEquals(2, mails.size());
    }

    @Test
    void manyThreadsThatPressTheButtonSendOneMail() throws Exception {
        Quote draft = draft();
        Callable<Boolean> press = () -> {
            try {
                session.quotes().send(draft.id(), WISH, draft.revision());
                return true;
            } catch (CrmException refused) {
                return false;
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(16);
        int sent = 0;
        try {
            for (Future<Boolean> answer :
                    threads.invokeAll(Stream.generate(() -> press).limit(64).toList())) {
                sent += answer.get() ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, sent);
        assertEquals(1, mails.size());
    }

    @Test
    void aFileThatIsNotTheOneThatWasSentIsNotSentAgain() {
        Quote draft = draft();
        Quote sent = session.quotes().send(draft.id(), WISH, draft.revision());
        stores.transactions()
                .write(() -> stores.companies().save(new TenantId("acme"), acme.withName("Acme and Sons")));
        String kept = String.valueOf(sent.progress().renderedHash());
        String refused = refusal(
                QuoteNotSentException.class, () -> session.quotes().sendAgain(sent.id(), WISH, sent.revision()));
        assertTrue(
                refused.matches(
                        "quote Q-2026-00001 was not sent: the file is not the one that was sent: its SHA-256 is [0-9a-f]{64}"
                                + " and was " + kept + "; make a new revision"),
                refused);
        assertEquals(1, mails.size());
    }

    @Test
    void onlyWhatTheCustomerHasAsAFileIsSentAgain() {
        Quote draft = draft();
        assertEquals(
                "quote Q-2026-00001 cannot be sent again: it is DRAFT",
                refusal(
                        DocumentStateException.class,
                        () -> session.quotes().sendAgain(draft.id(), WISH, draft.revision())));
        Quote marked = session.quotes().markSent(draft.id(), draft.revision());
        assertEquals(
                "quote Q-2026-00001 cannot be sent again: no file was made when it was sent",
                refusal(
                        DocumentStateException.class,
                        () -> session.quotes().sendAgain(marked.id(), WISH, marked.revision())));
        Quote accepted = session.quotes().accept(marked.id(), marked.revision());
        assertEquals(
                "quote Q-2026-00001 cannot be sent again: it is ACCEPTED",
                refusal(
                        DocumentStateException.class,
                        () -> session.quotes().sendAgain(accepted.id(), WISH, accepted.revision())));
    }

    @Test
    void aSubjectThatHoldsAHeaderIsRefusedWithEverythingElse() {
        SendQuote wish = new SendQuote(List.of(), List.of(), "Quote\r\nBcc: all@acme.example", "\u0000", Locale.UK);
        Quote draft = draft();
        assertEquals(
                "SendQuote is not valid: subject 'Quote\\u000d\\u000aBcc: all@acme.example' must not contain control characters; "
                        + "text '\\u0000' must not contain control characters other than line breaks and tabs; "
                        + "to '[]' must have 1 to 20 items",
                refusal(
                        InvalidCommandException.class,
                        () -> session.quotes().send(draft.id(), wish, draft.revision())));
        assertTrue(refusal(
                        InvalidCommandException.class,
                        () -> session.in(Locale.ITALY).quotes().send(draft.id(), wish, draft.revision()))
                .contains("non può contenere caratteri di controllo oltre a interruzioni di riga e tabulazioni"));
        assertEquals(List.of(), mails);
    }

    @Test
    void whatLooksLikeMarkupIsTextInTheMail() {
        Quote draft = draft();
        SendQuote wish = SendQuote.to(
                new EmailAddress("ann@acme.example"),
                "<b>Quote</b>",
                "<script>alert('x')</script>\r\nA & B \"Ltd\"",
                Locale.UK);
        session.quotes().send(draft.id(), wish, draft.revision());
        assertTrue(
                mails.get(0)
                        .html()
                        .contains(
                                "<p>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;<br>\nA &amp; B &quot;Ltd&quot;</p>"),
                mails.get(0).html());
    }

    @Test
    void withoutARendererOrAMailerNothingIsSent() {
        CrmSession bare = Crm.builder().stores(stores).build().as(new Actor(new TenantId("acme"), "anna"));
        Quote draft = draft();
        assertEquals(
                "mailer must be given to Crm.builder() to send quotes",
                refusal(IllegalStateException.class, () -> bare.quotes().send(draft.id(), WISH, draft.revision())));
    }

    @Test
    void aFileHasANameThatFileSystemsTakeAndContent() {
        assertEquals(
                "file name must be one that file systems take: '../quote.pdf'",
                refusal(
                        IllegalArgumentException.class,
                        () -> RenderedFile.of("../quote.pdf", "application/pdf", new byte[1])));
        assertEquals(
                "media type must be like application/pdf: 'application/pdf\\u000d\\u000aX: y'",
                refusal(
                        IllegalArgumentException.class,
                        () -> RenderedFile.of("quote.pdf", "application/pdf\r\nX: y", new byte[1])));
        assertEquals(
                "content must not be empty: quote.pdf",
                refusal(
                        IllegalArgumentException.class,
                        () -> RenderedFile.of("quote.pdf", "application/pdf", new byte[0])));
        // printf abc | sha256sum
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                RenderedFile.of("abc.txt", "text/plain", "abc".getBytes(StandardCharsets.UTF_8))
                        .sha256());
    }
}
