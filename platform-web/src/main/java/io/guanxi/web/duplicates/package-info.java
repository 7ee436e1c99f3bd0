/** Pages on which people work through duplicates: pairs to decide, and records to merge. */
package io.guanxi.web.duplicates;
