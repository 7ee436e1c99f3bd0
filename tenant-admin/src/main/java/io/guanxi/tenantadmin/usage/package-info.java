/** The page on which a company's admins see what their plan allows and what is used of it. */
package io.guanxi.tenantadmin.usage;
