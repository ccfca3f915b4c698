/** The front door. Start at {@link Crm}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core;
