package io.crmkit.examples.exchange;

import java.util.Set;

/** The words of vCards that writing and reading share. */
final class CardProperties {

    /** What a contact point is for, in a group with it; not in RFC 6350, but what address books write and read. */
    static final String LABEL = "X-ABLabel";

    /** Whether a contact point may be used; of this library. */
    static final String STATUS = "X-CRMKIT-STATUS";

    /** The first day of a position; of this library. */
    static final String FROM = "X-CRMKIT-FROM";

    /** The first day after a position; of this library. */
    static final String UNTIL = "X-CRMKIT-UNTIL";

    /** The code of an address's country: RFC 8605, section 3.1. */
    static final String COUNTRY_CODE = "CC";

    /** The labels that RFC 6350 has types for: section 5.6, and 6.4.1 for telephones. */
    static final Set<String> TYPES = Set.of("work", "home");

    static final Set<String> PHONE_TYPES =
            Set.of("work", "home", "text", "voice", "fax", "cell", "video", "pager", "textphone");

    private CardProperties() {}
}
