/** Everything that goes wrong, told once as RFC 9457 problem details, with a public page for each type. */
package io.guanxi.integrations.rest.problems;
