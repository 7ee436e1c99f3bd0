/** Imports in the browser: the wizard that ends in a job. */
package io.guanxi.web.imports;
