package io.crmkit.jpa;

/** A provider of Jakarta Persistence that the adapter is tested on. */
enum Provider {
    HIBERNATE("org.hibernate.jpa.HibernatePersistenceProvider"),
    ECLIPSELINK("org.eclipse.persistence.jpa.PersistenceProvider");

    private final String className;

    Provider(String className) {
        this.className = className;
    }

    String className() {
        return className;
    }
}
