package io.crmkit.jpa;

import io.crmkit.core.tck.CommandsTck;
import io.crmkit.core.tck.Session;

/** Every command with bad input, on H2. */
class CommandsTest extends CommandsTck {

    @Override
    protected Session open() {
        return JpaSession.on(Database.H2);
    }
}
