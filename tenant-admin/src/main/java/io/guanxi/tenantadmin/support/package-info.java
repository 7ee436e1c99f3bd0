/** The page on which a company's admins let the operators' support in, shut it out, and read what operators did. */
package io.guanxi.tenantadmin.support;
