/**
 * Use cases, one class per thing the host works with. Start at {@link Opportunities}. What a command mentions must be there,
 * as {@link io.crmkit.core.value.NotFoundException} says.
 */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.service;
