/** Mappings of imports over REST: the same as those that the wizard offers. */
package io.guanxi.integrations.rest.imports;
