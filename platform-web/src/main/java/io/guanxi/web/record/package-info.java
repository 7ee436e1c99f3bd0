/** The record page of every object: details, what happened to it, and what belongs to it. */
package io.guanxi.web.record;
