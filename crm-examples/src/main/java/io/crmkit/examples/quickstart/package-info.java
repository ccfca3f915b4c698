/** The main job: a CSV export in, a report out. Start at {@link QuickstartMain}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.examples.quickstart;
