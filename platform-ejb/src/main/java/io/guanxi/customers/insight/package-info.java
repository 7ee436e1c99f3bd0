/** What is known about one customer, put together for its page and for REST (CUS-2, CUS-8). */
package io.guanxi.customers.insight;
