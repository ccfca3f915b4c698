/** The quickstart's report: one model, written as a page, as JSON and as text. Start at {@link Report}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.examples.report;
