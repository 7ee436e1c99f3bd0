/**
 * The partner REST API: translates HTTP to the services of the kernel and back, and decides nothing itself. One
 * resource serves every described object; adding an object needs no code here.
 */
package io.guanxi.integrations.rest;
