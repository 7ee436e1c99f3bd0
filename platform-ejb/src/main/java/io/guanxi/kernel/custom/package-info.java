/**
 * Fields that tenants add to objects and objects that they make: their definitions, the descriptors that come of them, and
 * the index by which lists compare and sort values of such fields. The values themselves are kept in the records; the records
 * of all tenants' own objects share an entity.
 */
package io.guanxi.kernel.custom;
