/**
 * How the product writes its log: one JSON object per line, with the tenant as a number and the trace id of the request,
 * and without personal data.
 *
 * <p>Code logs through {@code java.util.logging} or {@link System.Logger} as it likes; the form of the lines is decided
 * here for the server's own lines as well.
 */
package io.guanxi.kernel.log;
