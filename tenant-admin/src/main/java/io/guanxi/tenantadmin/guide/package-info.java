/** Leads the people of a new company by the hand until they work, and lets its admins take the samples away. */
package io.guanxi.tenantadmin.guide;
