package io.crmkit.core.port;

import java.util.UUID;

/** Where new identities come from; the default makes UUIDs of version 7 (RFC 9562), which sort by time of making. */
@FunctionalInterface
public interface IdSource {

    /**
     * Makes an identity.
     *
     * @return a UUID that was never returned before
     */
    UUID next();
}
