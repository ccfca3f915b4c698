package io.crmkit.examples.document;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.port.Mail;
import io.crmkit.core.port.Mailer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Mails by SMTP, through Angus Mail.
 *
 * <p>It answers when the server has taken the mail for every addressee (RFC 5321, section 4.2.5), and throws otherwise. The
 * server's patience is ours: where connecting, greeting and sending together take longer, the connection is cut, whether
 * the server is silent or sends a letter now and then.
 */
public final class SmtpMailer implements Mailer {

    private final SmtpServer server;
    private final Clock clock;

    /**
     * Makes a mailer.
     *
     * @param server the mail server
     * @param clock what time mails say they were sent at
     */
    public SmtpMailer(SmtpServer server, Clock clock) {
        this.server = requireNonNull(server, "server");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public void send(Mail mail) {
        CuttableSockets sockets = new CuttableSockets();
        FutureTask<Void> sending = new FutureTask<>(() -> deliver(mail, sockets), null);
        Thread sender = new Thread(sending, "smtp " + mail.key());
        sender.setDaemon(true);
        sender.start();
        try {
            sending.get(server.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw failed("no answer within " + server.patience().toMillis() + " ms", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed("interrupted", interrupted);
        } catch (ExecutionException refused) {
            Throwable cause = requireNonNull(refused.getCause());
            throw cause instanceof UncheckedIOException already ? already : failed(cause.toString(), cause);
        } finally {
            // whoever is still speaking then speaks to nobody
            sockets.cut();
        }
    }

    private UncheckedIOException failed(String why, Throwable cause) {
        String message = "mail server %s:%d: %s".formatted(server.host(), server.port(), why);
        return new UncheckedIOException(message, new IOException(message, cause));
    }

    private void deliver(Mail mail, CuttableSockets sockets) {
        Session session = Session.getInstance(settings(sockets));
        try (Transport transport = session.getTransport("smtp")) {
            MailMessage message = MailMessage.of(session, mail, server, clock);
            message.saveChanges();
            SmtpServer.Login login = server.login();
            if (login == null) {
                transport.connect();
            } else {
                transport.connect(login.user(), login.password());
            }
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException refused) {
            throw failed(String.valueOf(refused.getMessage()).strip(), refused);
        }
    }

    private Properties settings(CuttableSockets sockets) {
        String millis = Long.toString(server.patience().toMillis());
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", server.host());
        settings.setProperty("mail.smtp.port", Integer.toString(server.port()));
        settings.setProperty("mail.smtp.connectiontimeout", millis);
        settings.setProperty("mail.smtp.timeout", millis);
        settings.setProperty("mail.smtp.writetimeout", millis);
        settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(server.startTls()));
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(server.startTls()));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.auth", Boolean.toString(server.login() != null));
        // a connection of our own, to cut
        settings.put("mail.smtp.socketFactory", sockets);
        settings.setProperty("mail.smtp.socketFactory.fallback", "false");
        return settings;
    }
}
