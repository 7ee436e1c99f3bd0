/** JSON as plain maps and lists, for columns that hold it. */
package io.guanxi.kernel.json;
