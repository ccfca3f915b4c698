/**
 * Who may see and do what: stores that show an actor nothing else, and a policy by roles and teams. Start at
 * {@link RolePolicy}.
 */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.access;
