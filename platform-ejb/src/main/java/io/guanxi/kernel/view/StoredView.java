package io.guanxi.kernel.view;

import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.query.Filter;
import io.guanxi.kernel.query.RsqlFilters;
import io.guanxi.kernel.query.SortKey;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A view as it is kept, whoever made it.
 *
 * @param owner id of the person or client who made it
 */
record StoredView(long id, String name, boolean shared, long owner, ViewSettings settings) {

    String outerId() {
        return RecordId.format(id);
    }

    /** Whether an admin who is this member can open and change it. */
    boolean isSeenBy(long member) {
        return shared || owner == member;
    }

    /**
     * Whether it would show other records, or divide or colour them otherwise, without a field.
     *
     * @param option a choice of the field, when only that is to go; null for the whole field
     */
    boolean needs(String field, String option) {
        boolean asks = Stream.concat(
                        Stream.of(settings.filter()),
                        settings.colours().stream().map(ColourRule::filter))
                .flatMap(filter -> Filter.comparisons(RsqlFilters.parse(filter)))
                .anyMatch(one -> one.field().equals(field)
                        && (option == null || one.arguments().contains(option)));
        boolean divides =
                settings.groupBy().equals(field) || settings.formField().equals(field);
        return asks || option == null && divides;
    }

    /** The settings that do not show a field, nor are ordered by it. */
    ViewSettings notShowing(String field) {
        List<ViewColumn> columns = settings.columns().stream()
                .filter(column -> !column.field().equals(field))
                .toList();
        String sort = SortKey.parse(settings.sort()).stream()
                .filter(key -> !key.field().equals(field))
                .map(SortKey::toString)
                .collect(Collectors.joining(","));
        return settings.columns(columns).query(settings.filter(), sort);
    }

    boolean shows(String field) {
        return !notShowing(field).equals(settings);
    }
}
