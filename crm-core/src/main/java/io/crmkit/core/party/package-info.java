/** People, companies, and how they can be reached. Start at {@link Company}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.party;
