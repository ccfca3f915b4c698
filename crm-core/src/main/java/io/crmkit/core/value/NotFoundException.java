package io.crmkit.core.value;

/** A record that a command names does not exist, or may not be seen, which looks the same. */
public final class NotFoundException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient Identifier id;

    /**
     * Makes the exception.
     *
     * @param id the record
     */
    public NotFoundException(Identifier id) {
        super("%s %s does not exist".formatted(id.getClass().getSimpleName(), id.value()), null);
        this.id = id;
    }

    /**
     * Returns the record.
     *
     * @return its identity
     */
    public Identifier id() {
        return id;
    }
}
