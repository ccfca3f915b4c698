/** What sellers do, and when: calls, meetings, quotes, contracts. Start at {@link Activity}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.activity;
