/** The sockets: every interface an integrator implements, and what it may throw. Start at {@link Stores}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.port;
