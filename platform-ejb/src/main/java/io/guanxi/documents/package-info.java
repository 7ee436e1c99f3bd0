/**
 * Documents: a file with what is known of it, by itself or about a record of any object. Contents lie in the file store of
 * the kernel; a content that is replaced goes when the change is done.
 *
 * <p>Depends on the kernel alone.
 */
package io.guanxi.documents;
