package io.crmkit.jpa;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.platform.database.MariaDBPlatform;

/**
 * MariaDB for EclipseLink, with identities as texts, as the library's script has them. EclipseLink's own binds them as
 * sixteen bytes.
 */
@SuppressWarnings("serial") // never serialised, as its parent is not
public final class TextualMariadbPlatform extends MariaDBPlatform {

    /** Makes the platform; public for the sake of EclipseLink. */
    public TextualMariadbPlatform() {}

    @Override
    public void setParameterValueInDatabaseCall(
            Object parameter, PreparedStatement statement, int index, AbstractSession session) throws SQLException {
        super.setParameterValueInDatabaseCall(
                parameter instanceof UUID id ? id.toString() : parameter, statement, index, session);
    }

    /* what is read on its way to a UUID, which EclipseLink makes of bytes */
    @Override
    public <T> T convertObject(Object source, Class<T> type) {
        return super.convertObject(
                type == byte[].class && source instanceof String text ? UUID.fromString(text) : source, type);
    }
}
