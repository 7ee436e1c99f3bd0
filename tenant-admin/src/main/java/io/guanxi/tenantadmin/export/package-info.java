/** The page on which a company's admins take out all that the company has. */
package io.guanxi.tenantadmin.export;
