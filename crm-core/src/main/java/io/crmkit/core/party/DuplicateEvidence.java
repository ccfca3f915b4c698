package io.crmkit.core.party;

/** What speaks for or against two records being the same. */
public enum DuplicateEvidence {
    /** An e-mail address, without regard to case. */
    EMAIL,
    /** A telephone number, as the normalizer has it. */
    PHONE,
    /** The person's name, by likeness. */
    PERSON_NAME,
    /** The company's name without its legal form, by likeness, where a company is compared. */
    COMPANY_NAME,
    /** The same name where both records name a person too: whom they work for, which colleagues share. */
    EMPLOYER,
    /** The domain of an e-mail address, unless it is one that anybody can have an address at. */
    EMAIL_DOMAIN
}
