package io.guanxi.kernel.view;

/**
 * A view that somebody has saved.
 *
 * @param object   name of the object whose records it shows
 * @param version  counts changes; what a change must expect
 * @param shared   everybody in the company sees it
 * @param own      the caller has made it
 * @param editable the caller may change and delete it
 */
public record SavedView(
        String id,
        String object,
        long version,
        String name,
        boolean shared,
        boolean own,
        boolean editable,
        ViewSettings settings) {}
