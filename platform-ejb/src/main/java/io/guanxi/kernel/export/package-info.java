/**
 * Exports of lists as jobs (CUS-12): every record that a list finds, in its order, with the columns shown or all, as a
 * file that is kept for a while. The rows are written piece by piece in the transaction of each chunk, so that an export
 * goes on where it was broken off; a workbook is made of them when it is fetched.
 */
package io.guanxi.kernel.export;
