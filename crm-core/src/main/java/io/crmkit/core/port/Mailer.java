package io.crmkit.core.port;

/**
 * Hands mails over to whoever delivers them.
 *
 * <p>Rules:
 * <ol>
 *   <li>It returns when a mail server, or a queue that survives a crash, has taken the mail for every addressee, and not
 *       before.
 *   <li>Otherwise it throws, whatever it likes. Where nobody said whether the mail was taken, it throws too: the sender is
 *       to ask again rather than to believe.
 *   <li>It ends in bounded time, whatever the server does: it is called in the middle of the host's transaction, with the
 *       quote locked.
 *   <li>Two sends of one mail have one {@code Message-ID} (RFC 5322, section 3.6.4).
 *   <li>Nothing in a mail becomes a header, an address or a command other than what it is.
 * </ol>
 */
@FunctionalInterface
public interface Mailer {

    /**
     * Hands a mail over (rules 1 to 5).
     *
     * @param mail the mail
     */
    void send(Mail mail);
}
