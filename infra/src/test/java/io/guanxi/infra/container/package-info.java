/**
 * Tests inside the application server: the kernel with all its libraries on Payara Micro, as a second node on the
 * database of the running system.
 */
package io.guanxi.infra.container;
