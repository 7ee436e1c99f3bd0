/** Jobs in the browser: the list of them, one with its progress and outcome, and the files it hands out. */
package io.guanxi.web.jobs;
