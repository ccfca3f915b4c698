/**
 * A booking system built with Spring Boot that has a CRM inside: its own entities, its own transactions, one persistence
 * unit for both. Start at {@link io.crmkit.examples.spring.BookingMain}.
 */
@org.jspecify.annotations.NullMarked
package io.crmkit.examples.spring;
