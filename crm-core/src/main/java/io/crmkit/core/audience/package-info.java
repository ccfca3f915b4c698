/**
 * Which records are meant: typed criteria over the fields of each noun. Start at {@link Criterion}, with fields from
 * {@link CompanyFields} and its neighbours.
 */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.audience;
