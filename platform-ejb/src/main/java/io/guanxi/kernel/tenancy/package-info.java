/** Which tenant the current work belongs to, and the lines that keep tenants apart. */
package io.guanxi.kernel.tenancy;
