/** The programs of partners: what each may do with which objects. */
package io.guanxi.tenantadmin.partners;
