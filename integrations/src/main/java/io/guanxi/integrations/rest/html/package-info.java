/** The few public pages of the API: documentation and the explanations of problems, without scripts. */
package io.guanxi.integrations.rest.html;
