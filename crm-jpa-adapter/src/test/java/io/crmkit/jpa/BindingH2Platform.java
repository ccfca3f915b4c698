package io.crmkit.jpa;

import org.eclipse.persistence.platform.database.H2Platform;

/**
 * H2 for EclipseLink, with values bound in every statement. EclipseLink's own writes them into the text of statements with
 * a LIKE, and booleans as numbers, which H2 2 does not compare.
 */
@SuppressWarnings("serial") // never serialised, as its parent is not
public final class BindingH2Platform extends H2Platform {

    /** Makes the platform; public for the sake of EclipseLink. */
    public BindingH2Platform() {}

    @Override
    public boolean isDynamicSQLRequiredForFunctions() {
        return false;
    }
}
