/** The page on which a company's admins see what each module brings, and switch modules on and off. */
package io.guanxi.tenantadmin.modules;
