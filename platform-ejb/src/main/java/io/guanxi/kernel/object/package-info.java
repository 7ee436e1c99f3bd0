/**
 * Objects of the CRM described once: descriptors of fields, lists, layouts and labels from which pages, REST, import,
 * search and history are rendered.
 */
package io.guanxi.kernel.object;
