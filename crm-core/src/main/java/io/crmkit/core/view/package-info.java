/** Read models: records without behaviour. Start at {@link TeamFunnel}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.view;
