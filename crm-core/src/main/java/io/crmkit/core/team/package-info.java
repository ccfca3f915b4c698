/** Sellers and the teams they sell in. Start at {@link Seller}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.team;
