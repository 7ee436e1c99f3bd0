/** Who calls, and what they may do: every service asks the one access policy here. */
package io.guanxi.kernel.access;
