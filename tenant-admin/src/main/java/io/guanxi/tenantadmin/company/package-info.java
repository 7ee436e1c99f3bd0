/** Where a company's admins say what it is called, how its pages look and when it works. */
package io.guanxi.tenantadmin.company;
