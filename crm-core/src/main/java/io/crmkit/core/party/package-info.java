/** People and companies. Start at {@link Company}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.party;
