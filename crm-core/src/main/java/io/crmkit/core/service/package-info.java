/** Use cases, one class per thing the host works with. Start at {@link Opportunities}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.service;
