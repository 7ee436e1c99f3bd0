/** What the product knows about customers beyond their fields, over REST: insight and classification. */
package io.guanxi.integrations.rest.customers;
