/**
 * Records that a new tenant begins with, in its own language and currency, so that there is something to look at. They
 * carry a tag, are known as samples, and are removed in one click; what somebody has changed or built upon stays. Files
 * of records are read here for the demo too.
 */
package io.guanxi.samples;
