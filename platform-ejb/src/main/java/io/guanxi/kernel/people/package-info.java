/** The people and partner clients of a tenant, as far as every module needs them. */
package io.guanxi.kernel.people;
