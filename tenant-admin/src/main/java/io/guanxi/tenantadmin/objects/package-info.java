/** The page on which a company's admins make objects of their own. */
package io.guanxi.tenantadmin.objects;
