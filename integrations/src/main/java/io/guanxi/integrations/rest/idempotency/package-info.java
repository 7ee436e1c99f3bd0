/**
 * POST requests that may be sent again without happening twice: the first answer is stored under the client's key in
 * the transaction of its effect.
 */
package io.guanxi.integrations.rest.idempotency;
