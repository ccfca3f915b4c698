/** What is quoted and ordered. Start at {@link Product}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.document;
