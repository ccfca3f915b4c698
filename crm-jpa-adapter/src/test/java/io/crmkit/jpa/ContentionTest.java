package io.crmkit.jpa;

import io.crmkit.core.tck.ContentionTck;
import io.crmkit.core.tck.Session;

/** Many threads at one record, each with an EntityManager of its own, on H2. */
class ContentionTest extends ContentionTck {

    @Override
    protected Session open() {
        return JpaSession.on(Database.H2);
    }

    @Override
    protected int threads() {
        return 16;
    }
}
