/** Words every room speaks. Start at {@link Money} and {@link CrmException}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.value;
