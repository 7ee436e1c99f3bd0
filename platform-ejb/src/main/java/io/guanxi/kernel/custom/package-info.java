/**
 * Fields that tenants add to objects: their definitions, what they make of an object's descriptor, and the index by which
 * lists compare and sort them. The values themselves are kept in the records.
 */
package io.guanxi.kernel.custom;
