package io.crmkit.core.document;

import io.crmkit.core.value.Money;

/**
 * What one tax category of a document comes to.
 *
 * <p>Source: EN 16931-1:2017, group BG-23: taxable amount BT-116, tax amount BT-117.
 *
 * @param category the tax category
 * @param taxable what is taxed: the lines of the category less the document's allowances in it
 * @param tax the tax on it, rounded half up to the currency's scale
 */
public record TaxSubtotal(TaxCategory category, Money taxable, Money tax) {}
