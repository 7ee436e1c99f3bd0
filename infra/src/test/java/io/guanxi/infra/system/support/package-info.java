/** The running product for tests, and ways to talk to it. */
package io.guanxi.infra.system.support;
