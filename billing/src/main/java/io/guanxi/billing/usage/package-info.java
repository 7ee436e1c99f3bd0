/**
 * What tenants use of what their plans limit. A level such as the number of records is a total and changes that are not added
 * to it yet: each transaction adds a row of its own, so that writers never wait for each other, and readers add up a few rows
 * instead of counting records. Each day the total is counted anew from what is stored. Calls are counted in memory and added
 * to the day's row every few seconds.
 */
package io.guanxi.billing.usage;
