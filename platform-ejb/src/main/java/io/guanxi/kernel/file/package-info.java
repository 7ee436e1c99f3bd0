/**
 * Files that people upload. Documents lie in one {@link io.guanxi.kernel.file.FileStore}, a folder or an S3-compatible
 * service, under keys that begin with the tenant ({@link io.guanxi.kernel.file.TenantFiles}); files of imports lie in the
 * database, so that every node can go on with a job ({@link io.guanxi.kernel.file.StoredFiles}).
 */
package io.guanxi.kernel.file;
