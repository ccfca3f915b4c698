/** Benchmarks of crm-jpa-adapter beside plain JDBC, on one PostgreSQL in one run. */
@org.jspecify.annotations.NullMarked
package io.crmkit.jpa.bench;
