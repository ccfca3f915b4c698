package io.crmkit.jpa;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The sessions of one test, all closed behind it. */
final class Sessions implements AfterEachCallback {

    private final List<JpaSession> opened = new ArrayList<>();

    JpaSession on(Database database) {
        JpaSession session = JpaSession.on(database);
        opened.add(session);
        return session;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        opened.forEach(JpaSession::close);
        opened.clear();
    }
}
