/** Records that are read often and changed rarely, kept in memory over any stores. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.cache;
