package io.crmkit.examples.document;

import io.crmkit.core.port.Mail;
import io.crmkit.core.port.RenderedFile;
import io.crmkit.core.value.EmailAddress;
import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;

/** A mail as MIME (RFC 2045 to 2049): text and HTML as alternatives, files beside them. */
final class MailMessage extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String identifier;

    private MailMessage(Session session, String identifier) {
        super(session);
        this.identifier = identifier;
    }

    static MailMessage of(Session session, Mail mail, SmtpServer server, Clock clock) throws MessagingException {
        String from = server.from().value();
        MailMessage message = new MailMessage(session, "<" + mail.key() + from.substring(from.lastIndexOf('@')) + ">");
        message.setFrom(named(from, server.senderName()));
        message.setRecipients(RecipientType.TO, addresses(mail.to()));
        message.setRecipients(RecipientType.CC, addresses(mail.copies()));
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        MimeMultipart parts = new MimeMultipart(body(mail));
        for (RenderedFile file : mail.attachments()) {
            parts.addBodyPart(attached(file));
        }
        message.setContent(parts);
        return message;
    }

    /** The same at each attempt. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", identifier);
    }

    private static Address named(String address, String name) throws MessagingException {
        try {
            InternetAddress named = new InternetAddress(address, true);
            named.setPersonal(name.replaceAll("\\p{Cntrl}+", " "), UTF_8);
            return named;
        } catch (UnsupportedEncodingException everyPlatformHasIt) {
            throw new MessagingException(name, everyPlatformHasIt);
        }
    }

    /* strictly, so that one address is one address and no list of several */
    private static Address[] addresses(List<EmailAddress> addresses) throws MessagingException {
        Address[] strict = new Address[addresses.size()];
        for (int i = 0; i < strict.length; i++) {
            strict[i] = new InternetAddress(addresses.get(i).value(), true);
        }
        return strict;
    }

    private static MimeBodyPart body(Mail mail) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        MimeBodyPart both = new MimeBodyPart();
        both.setContent(new MimeMultipart("alternative", text, html));
        return both;
    }

    private static MimeBodyPart attached(RenderedFile file) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.mediaType())));
        part.setDisposition(Part.ATTACHMENT);
        part.setFileName(file.name());
        return part;
    }
}
