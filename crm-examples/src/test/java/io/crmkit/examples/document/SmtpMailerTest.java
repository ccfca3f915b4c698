package io.crmkit.examples.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteNotSentException;
import io.crmkit.core.document.QuoteState;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.port.Mail;
import io.crmkit.core.port.RenderedFile;
import io.crmkit.core.service.AddCompany;
import io.crmkit.core.service.AddSeller;
import io.crmkit.core.service.DraftQuote;
import io.crmkit.core.service.SendQuote;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.TenantId;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Quotes by mail, to a mail server that lives in the test, and to some that do not. */
class SmtpMailerTest {

    private static final Clock CLOCK = Clock.fixed(Sheets.ISSUED, ZoneOffset.UTC);
    private static final EmailAddress FROM = new EmailAddress("vendite@idraulicapo.example");
    private static final EmailAddress ZOE = new EmailAddress("zoe@mueller.example");
    private static final SendQuote WISH = SendQuote.to(
            ZOE,
            "Your quote: 10 pumps, \u20AC",
            "Dear Zo\u00EB,\n\nhere is our quote & <b>thanks</b>.\nAnna",
            Locale.UK);

    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    private final InMemoryStores stores = InMemoryStores.empty();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static SmtpMailer mailer(int port, Duration patience, SmtpServer.@Nullable Login login) {
        return new SmtpMailer(
                new SmtpServer("127.0.0.1", port, false, login, FROM, "Anna Rossi, Idraulica Po", patience), CLOCK);
    }

    private SmtpMailer mailer() {
        return mailer(server.getSmtp().getPort(), Duration.ofSeconds(20), null);
    }

    private CrmSession session(SmtpMailer mailer) {
        return Crm.builder()
                .stores(stores)
                .clock(CLOCK)
                .renderer(new PdfQuoteRenderer(Sheets.LETTERHEAD))
                .mailer(mailer)
                .build()
                .as(new Actor(new TenantId("idraulica"), "anna"));
    }

    private static Quote draft(CrmSession session) {
        DocumentParties parties = new DocumentParties(
                session.sellers().add(new AddSeller("Anna Rossi", null)).id(),
                session.companies()
                        .add(AddCompany.named("M\u00FCller & S\u00F6hne"))
                        .id(),
                null,
                null);
        return session.quotes()
                .draft(new DraftQuote(
                        parties,
                        new QuoteTerms(Currency.getInstance("EUR"), LocalDate.of(2026, 6, 3), null, null, null),
                        List.of(DraftQuote.Line.of("Pump", "10", "1240.50", TaxCategory.rate("22"))),
                        List.of()));
    }

    private static Mail mail(EmailAddress to, String subject) {
        RenderedFile file = RenderedFile.of("quote.pdf", "application/pdf", new byte[] {1, 2, 3});
        return new Mail("quote-1", List.of(to), List.of(), subject, "Text", "<p>Text</p>", List.of(file));
    }

    @Test
    void theCustomerGetsTextHtmlAndTheFileThatTheHashIsOf() throws Exception {
        CrmSession session = session(mailer());
        Quote draft = draft(session);
        Quote sent = session.quotes().send(draft.id(), WISH, draft.revision());
        MimeMessage[] received = server.getReceivedMessages();
        assertEquals(1, received.length);
        MimeMessage message = received[0];
        assertEquals("Your quote: 10 pumps, \u20AC", message.getSubject());
        assertEquals(ZOE.value(), message.getRecipients(RecipientType.TO)[0].toString());
        assertEquals("\"Anna Rossi, Idraulica Po\" <vendite@idraulicapo.example>", message.getFrom()[0].toString());
        assertEquals("<quote-" + sent.id() + "-1@idraulicapo.example>", message.getMessageID());
        MimeMultipart parts = (MimeMultipart) message.getContent();
        MimeMultipart bodies = (MimeMultipart) parts.getBodyPart(0).getContent();
        assertTrue(bodies.getContentType().startsWith("multipart/alternative"), bodies.getContentType());
        assertEquals(
                "Dear Zo\u00EB,\n\nhere is our quote & <b>thanks</b>.\nAnna",
                ((String) bodies.getBodyPart(0).getContent()).replace("\r\n", "\n"));
        String html = ((String) bodies.getBodyPart(1).getContent()).replace("\r\n", "\n");
        assertTrue(bodies.getBodyPart(1).getContentType().startsWith("text/html"));
        assertTrue(
                html.contains(
                        "<p>Dear Zo\u00EB,</p>\n<p>here is our quote &amp; &lt;b&gt;thanks&lt;/b&gt;.<br>\nAnna</p>"),
                html);
        BodyPart attached = parts.getBodyPart(1);
        assertEquals("Q-2026-00001.pdf", attached.getFileName());
        assertTrue(attached.getContentType().startsWith("application/pdf"), attached.getContentType());
        byte[] file = attached.getInputStream().readAllBytes();
        assertEquals(
                sent.progress().renderedHash(),
                RenderedFile.of("any.pdf", "application/pdf", file).sha256());
    }

    @Test
    void aQuoteSentAgainComesWithTheSameFile() throws Exception {
        CrmSession session = session(mailer());
        Quote draft = draft(session);
        Quote sent = session.quotes().send(draft.id(), WISH, draft.revision());
        session.quotes().sendAgain(sent.id(), WISH, sent.revision());
        MimeMessage[] received = server.getReceivedMessages();
        assertEquals(2, received.length);
        assertArrayEquals(file(received[0]), file(received[1]));
    }

    private static byte[] file(MimeMessage message) throws Exception {
        return ((MimeMultipart) message.getContent())
                .getBodyPart(1)
                .getInputStream()
                .readAllBytes();
    }

    @Test
    void aServerThatNeverAnswersLeavesTheQuoteUnsent() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CrmSession session = session(mailer(silent.getLocalPort(), Duration.ofMillis(400), null));
            assertUnsent(session, "mail server 127.0.0.1:" + silent.getLocalPort());
        }
    }

    @Test
    void aServerThatSendsALetterNowAndThenIsCutOff() throws Exception {
        try (ServerSocket dripping = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread drip = new Thread(() -> drip(dripping));
            drip.start();
            CrmSession session = session(mailer(dripping.getLocalPort(), Duration.ofMillis(600), null));
            assertUnsent(session, "mail server 127.0.0.1:" + dripping.getLocalPort() + ": no answer within 600 ms");
            drip.join(10_000);
            assertTrue(!drip.isAlive(), "the connection was not cut");
        }
    }

    /* each letter comes within the time that one read may take; all of them together do not */
    private static void drip(ServerSocket dripping) {
        try (Socket socket = dripping.accept()) {
            OutputStream out = socket.getOutputStream();
            while (true) {
                out.write("220-wait\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                Thread.onSpinWait();
                socket.setSoTimeout(50);
                try {
                    if (socket.getInputStream().read() < 0) {
                        return;
                    }
                } catch (java.net.SocketTimeoutException stillThere) {
                    continue;
                }
            }
        } catch (IOException cutOff) {
            return;
        }
    }

    @Test
    void aServerThatIsNotThereLeavesTheQuoteUnsent() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }
        assertUnsent(
                session(mailer(nobody, Duration.ofSeconds(5), null)),
                "mail server 127.0.0.1:" + nobody + ": Couldn't connect");
    }

    @Test
    void aServerThatRefusesThePasswordLeavesTheQuoteUnsent() throws UserException {
        server.getUserManager().setAuthRequired(true);
        server.getUserManager().createUser(FROM.value(), "anna", "secret");
        int port = server.getSmtp().getPort();
        SmtpServer.Login wrong = new SmtpServer.Login("anna", "guess");
        assertEquals("Login[anna]", wrong.toString());
        assertUnsent(session(mailer(port, Duration.ofSeconds(20), wrong)), "mail server 127.0.0.1:" + port);
        CrmSession known = session(mailer(port, Duration.ofSeconds(20), new SmtpServer.Login("anna", "secret")));
        Quote draft = draft(known);
        assertEquals(
                QuoteState.SENT,
                known.quotes().send(draft.id(), WISH, draft.revision()).state());
    }

    private void assertUnsent(CrmSession session, String said) {
        Quote draft = draft(session);
        long begun = System.nanoTime();
        QuoteNotSentException refused = assertThrows(
                QuoteNotSentException.class, () -> session.quotes().send(draft.id(), WISH, draft.revision()));
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        String expected = "quote " + draft.number() + " was not sent: the mail could not be handed over: " + said;
        assertTrue(Objects.requireNonNull(refused.getMessage()).startsWith(expected), refused.getMessage());
        assertEquals(draft, session.quotes().find(draft.id()).orElseThrow());
        assertTrue(taken.compareTo(Duration.ofSeconds(15)) < 0, () -> "bounded time: " + taken);
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void nothingInAMailBecomesAHeaderOrAnotherAddressee() throws Exception {
        mailer().send(mail(ZOE, "=?utf-8?q?=0D=0ABcc:_all@acme.example?= \"x\" \u2028 y"));
        MimeMessage message = server.getReceivedMessages()[0];
        assertEquals(1, message.getAllRecipients().length);
        assertEquals(null, message.getHeader("Bcc"));
        for (String address : List.of("a,b@acme.example", "zoe<all@acme.example", "a;b@acme.example")) {
            UncheckedIOException refused = assertThrows(
                    UncheckedIOException.class, () -> mailer().send(mail(new EmailAddress(address), "Quote")));
            assertTrue(
                    Objects.requireNonNull(refused.getMessage()).startsWith("mail server 127.0.0.1:"),
                    refused.getMessage());
        }
        assertEquals(1, server.getReceivedMessages().length);
        SmtpServer sly = new SmtpServer(
                "127.0.0.1",
                server.getSmtp().getPort(),
                false,
                null,
                FROM,
                "Anna\r\nBcc: all@acme.example",
                Duration.ofSeconds(20));
        new SmtpMailer(sly, CLOCK).send(mail(ZOE, "Quote"));
        String headers = GreenMailUtil.getHeaders(server.getReceivedMessages()[1]);
        assertTrue(headers.lines().noneMatch(line -> line.startsWith("Bcc")), headers);
    }

    @Test
    void aServerThatCannotEncryptIsNotSpokenToWhereEncryptionIsAskedFor() {
        SmtpServer asked = new SmtpServer(
                "127.0.0.1", server.getSmtp().getPort(), true, null, FROM, "Anna", Duration.ofSeconds(20));
        UncheckedIOException refused =
                assertThrows(UncheckedIOException.class, () -> new SmtpMailer(asked, CLOCK).send(mail(ZOE, "Quote")));
        assertTrue(Objects.requireNonNull(refused.getMessage()).contains("STARTTLS"), refused.getMessage());
        assertEquals(0, server.getReceivedMessages().length);
    }
}
