/**
 * Rows of an uploaded table become inputs for records: which column fills what
 * ({@link io.guanxi.kernel.imports.Mapping}), and how what people write is brought into the one external form that
 * records take ({@link io.guanxi.kernel.imports.RowTranslator}). Whether that input is valid is for the records to say.
 */
package io.guanxi.kernel.imports;
