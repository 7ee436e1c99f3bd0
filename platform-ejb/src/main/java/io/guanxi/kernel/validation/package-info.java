/**
 * Conditions that a tenant's records must fulfil, worded by its admins in the rule language: their definitions, and the
 * compiled rules that every write of a record asks.
 */
package io.guanxi.kernel.validation;
