/** Files that people upload, kept in the database beside the data they belong to. */
package io.guanxi.kernel.file;
