package io.crmkit.jpa;

/** A provider of Jakarta Persistence that the adapter is tested on. */
enum Provider {
    HIBERNATE("org.hibernate.jpa.HibernatePersistenceProvider") {
        @Override
        String version() {
            return "Hibernate " + org.hibernate.Version.getVersionString();
        }
    },
    ECLIPSELINK("org.eclipse.persistence.jpa.PersistenceProvider") {
        @Override
        String version() {
            return "EclipseLink " + org.eclipse.persistence.Version.getVersion();
        }
    };

    private final String className;

    Provider(String className) {
        this.className = className;
    }

    String className() {
        return className;
    }

    /** Its name and version, as it tells them. */
    abstract String version();
}
