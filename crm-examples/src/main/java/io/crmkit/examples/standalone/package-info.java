/**
 * An ERP without a framework that has a CRM inside: its own entities, transactions begun and committed by itself. Start at
 * {@link io.crmkit.examples.standalone.InvoicingMain}.
 */
@org.jspecify.annotations.NullMarked
package io.crmkit.examples.standalone;
