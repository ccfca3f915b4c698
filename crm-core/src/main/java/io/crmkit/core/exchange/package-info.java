/** CSV in, with a report per row, and out, safe for spreadsheets. Start at {@link CsvImport}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.exchange;
