package io.crmkit.core.timeline;

/**
 * Where entries of a timeline come from. Entries of one instant stand in the order of these constants, the later the
 * newer; further sources are added at the end, so that positions handed out stay what they are.
 */
public enum Source {
    /** Activities, each at the instant it took place, or will; its key is the activity's identity. */
    ACTIVITIES,
    /** The journal, each change at the instant it occurred; its key is the change's sequence as a 128-bit number. */
    CHANGES,
    /**
     * Documents of a sale, each at the instant it was sent, ordered or issued; its key is the identity of the quote, the
     * order or the reference, or what the host's feed gives it.
     */
    DOCUMENTS
}
