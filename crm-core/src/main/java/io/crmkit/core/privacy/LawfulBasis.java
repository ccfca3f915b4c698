package io.crmkit.core.privacy;

/** Why a person's data may be processed: the six bases of GDPR Article 6(1). */
public enum LawfulBasis {
    /** The person agreed, Article 6(1)(a). */
    CONSENT("6(1)(a)"),
    /** A contract with the person needs it, Article 6(1)(b). */
    CONTRACT("6(1)(b)"),
    /** A law demands it, Article 6(1)(c). */
    LEGAL_OBLIGATION("6(1)(c)"),
    /** Somebody's life depends on it, Article 6(1)(d). */
    VITAL_INTEREST("6(1)(d)"),
    /** A task in the public interest needs it, Article 6(1)(e). */
    PUBLIC_INTEREST("6(1)(e)"),
    /** An interest that the person's own do not outweigh, Article 6(1)(f); the person may object (Article 21). */
    LEGITIMATE_INTEREST("6(1)(f)");

    private final String article;

    LawfulBasis(String article) {
        this.article = article;
    }

    /**
     * Returns where the basis stands in the GDPR.
     *
     * @return the article, such as {@code 6(1)(a)}
     */
    public String article() {
        return article;
    }
}
