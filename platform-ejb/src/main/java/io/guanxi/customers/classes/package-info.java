/**
 * Classes of customers (CUS-6): each tenant's own, in an order, each with a rule in CEL over the account and what is known
 * about it; an account is in the first class whose rule holds. Every night and on demand a job asks the rules anew and
 * writes down who moved, and why. Each class says what is owed to those in it (CUS-7).
 */
package io.guanxi.customers.classes;
