/** The page on which admins arrange how records of an object are shown. */
package io.guanxi.tenantadmin.layouts;
