/** Quotes as a customer gets them: PDF, mail and UBL, each a port's implementation to copy. Start at {@link PdfQuoteRenderer}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.examples.document;
