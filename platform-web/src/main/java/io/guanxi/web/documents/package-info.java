/** Documents on pages: those of a record, uploads and downloads. */
package io.guanxi.web.documents;
