/** The audit as a company's admins read it: who did what, when and from where. */
package io.guanxi.tenantadmin.audit;
