/** The form of every object: one for new records and for changes, with errors at their fields and merging of conflicts. */
package io.guanxi.web.edit;
