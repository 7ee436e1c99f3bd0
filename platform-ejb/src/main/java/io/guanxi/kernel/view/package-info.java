/**
 * Views: what a list shows and how, kept under a name by a person for themselves or for the company, and what each person
 * has chosen for themselves in a view.
 *
 * <p>A view's filter is RSQL as REST takes it, so that a page and {@code ?view=<id>} show the same records.
 */
package io.guanxi.kernel.view;
