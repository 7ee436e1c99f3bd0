/** Broken rules of the product, each one an exception named for it; REST and pages translate them once. */
package io.guanxi.kernel.error;
