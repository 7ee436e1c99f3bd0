/**
 * What happens to every request before it is known who makes it: headers of trusted proxies are believed, the addresses
 * of operations are closed to outsiders, and the time it takes is measured.
 */
package io.guanxi.web.request;
