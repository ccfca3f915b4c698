package io.crmkit.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A line of an order as stored. */
@Entity
@Table(name = "crm_sales_order_line")
class SalesOrderLineRow extends LineColumns {

    protected SalesOrderLineRow() {}
}
