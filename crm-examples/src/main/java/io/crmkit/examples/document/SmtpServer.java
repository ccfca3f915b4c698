package io.crmkit.examples.document;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.EmailAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The mail server that takes mails, and for whom.
 *
 * @param host its name
 * @param port its port, 587 as a rule
 * @param startTls whether the connection must be encrypted (RFC 3207): true for every server but one on the same machine
 * @param login the user and the password, or null where none is asked for
 * @param from the sender's address
 * @param senderName the sender's name
 * @param patience how long one mail may take in all, above zero
 */
public record SmtpServer(
        String host,
        int port,
        boolean startTls,
        @Nullable Login login,
        EmailAddress from,
        String senderName,
        Duration patience) {

    /** Makes a server. */
    public SmtpServer {
        requireNonNull(host, "host");
        requireNonNull(from, "from");
        requireNonNull(senderName, "senderName");
        if (patience.isZero() || patience.isNegative()) {
            throw new IllegalArgumentException("patience must be above zero: " + patience);
        }
    }

    /**
     * Who logs in.
     *
     * @param user the user
     * @param password the password
     */
    public record Login(String user, String password) {

        /** Says the user alone. */
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }
}
