/** What a tenant's admins shape, over REST: the same as on their pages. */
package io.guanxi.integrations.rest.admin;
