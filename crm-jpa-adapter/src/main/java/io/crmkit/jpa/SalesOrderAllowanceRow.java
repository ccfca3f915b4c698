package io.crmkit.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** An allowance of an order as stored. */
@Entity
@Table(name = "crm_sales_order_allowance")
class SalesOrderAllowanceRow extends AllowanceColumns {

    protected SalesOrderAllowanceRow() {}
}
