/** What people note about records: a call, a visit, an impression. Notes stand in the timeline of what they are about. */
package io.guanxi.notes;
