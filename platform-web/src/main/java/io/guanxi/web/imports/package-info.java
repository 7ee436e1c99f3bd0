/** Imports in the browser: the wizard that ends in a job, and the pages that show how jobs get on. */
package io.guanxi.web.imports;
