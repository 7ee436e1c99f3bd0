/** Imports by file, from their numbers to power cuts in the middle of them. */
package io.guanxi.infra.system.imports;
