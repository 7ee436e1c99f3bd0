/** The people of a tenant: who is in, as what, and how somebody new is asked in. */
package io.guanxi.tenantadmin.people;
