/**
 * The stages of an account's life (CUS-9): potential, contacted, developing, mature, declining, lost, won back. A tenant's
 * rules in CEL move accounts, people move them by hand, and both leave a line in the history. What somebody chose by hand
 * stays until the rules say something else than they said before (ADR 0027).
 */
package io.guanxi.customers.lifecycle;
