/** The pages and rules of sessions: everybody's own, and those of a company's people for its admins. */
package io.guanxi.tenantadmin.sessions;
