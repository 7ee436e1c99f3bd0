/**
 * Tables that people upload and download: CSV and XLSX, read row by row however large, hostile or messy the file is,
 * and written so that a spreadsheet program shows what was written and runs none of it.
 *
 * <p>What a file can cost is bounded by {@link io.guanxi.kernel.tabular.FileLimits}: a broken bound, like anything else
 * that makes the whole file useless, is an {@link io.guanxi.kernel.tabular.UnreadableFile}; what spoils one row is a
 * {@link io.guanxi.kernel.tabular.CellFault} of that row.
 *
 * <p>XLSX is read by a small reader of its own on a StAX parser, since the spreadsheet libraries trust the file: a cell
 * that claims to stand in column 300,000,000, or one text of a gigabyte, costs them all memory there is.
 */
package io.guanxi.kernel.tabular;
