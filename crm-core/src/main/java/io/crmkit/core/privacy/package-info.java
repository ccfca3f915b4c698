/**
 * Data protection: consent, suppressed addresses, and duties to keep. Start at {@link Consent}.
 *
 * <p>Which article of the GDPR each operation serves:
 * <ul>
 *   <li>Article 5(1)(c), data minimisation, and 5(1)(e), storage limitation: a {@link Suppression} keeps a hash in place of
 *       an address.
 *   <li>Article 5(2) and 7(1), to be able to show consent: {@link ConsentProof}, and the journal of what a consent was
 *       before.
 *   <li>Article 6(1), lawfulness: {@link LawfulBasis}; {@code Consents.give} and {@code Consents.mayContact}.
 *   <li>Article 7(3), withdrawal as easy as consent, and Article 21, objection: {@code Consents.withdraw},
 *       {@code Suppressions.suppress}.
 *   <li>Article 15, access, and Article 20, portability: {@code Privacy.export}.
 *   <li>Article 17(1), erasure: {@code Privacy.erase}; Article 17(3), duties to keep: {@link RetentionHold}.
 * </ul>
 *
 * <p>What it is not: legal advice. Nor does it reach what this library does not keep: backups, exports that were handed
 * out, replicas before they synchronise, the host's own tables and logs.
 *
 * <p>Source: Regulation (EU) 2016/679 (GDPR).
 */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.privacy;
