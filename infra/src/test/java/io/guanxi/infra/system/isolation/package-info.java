/** Proof that no operation of the REST interface shows, changes or betrays another tenant's data. */
package io.guanxi.infra.system.isolation;
