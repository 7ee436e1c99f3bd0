/**
 * What is known about accounts from elsewhere – purchases, interactions, people – added up once when it changes and once
 * a night, so that pages, rules and lists read it without adding up. Reads the tables of orders, whose module it must not
 * know (ADR 0026).
 */
package io.guanxi.customers.facts;
