/** Saves that are written down: whatever is stored through here stands in the journal too, in one transaction. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.recording;
