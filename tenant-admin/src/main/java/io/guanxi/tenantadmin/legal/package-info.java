/** Terms of use and privacy text: pages in both languages, each version kept for those who accepted it. */
package io.guanxi.tenantadmin.legal;
