/** The people and companies around an account or a contact, one step away and some of those behind them (CUS-2). */
package io.guanxi.customers.around;
