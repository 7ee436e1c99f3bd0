/** An object that the product has never seen: one package, put beside the others for a test. */
package io.guanxi.infra.container.unseen;
