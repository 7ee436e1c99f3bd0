package io.guanxi.kernel.view;

import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.Filter;
import io.guanxi.kernel.query.QueryCheck;
import io.guanxi.kernel.query.RsqlFilters;
import io.guanxi.kernel.query.SortKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A view's settings as they can be shown today: a field that has been deleted since is left out wherever it stood.
 *
 * @param settings what is left
 * @param missing  names of the fields that are gone, in no particular order
 */
public record OpenView(ViewSettings settings, Set<String> missing) {

    /** The settings without what the object does not have any more. */
    public static OpenView of(ObjectDescriptor object, ViewSettings settings) {
        return new Reading(object).open(settings);
    }

    /** Goes through the settings and keeps a list of what it misses. */
    private static final class Reading {

        private final ObjectDescriptor object;
        private final Set<String> missing = new LinkedHashSet<>();

        Reading(ObjectDescriptor object) {
            this.object = object;
        }

        OpenView open(ViewSettings settings) {
            List<ViewColumn> columns = settings.columns().stream()
                    .filter(column -> isThere(column.field()))
                    .toList();
            String filter = filter(settings.filter());
            List<SortKey> keys = SortKey.parse(settings.sort()).stream()
                    .filter(key -> isThere(key.field()))
                    .toList();
            boolean isGrouped = settings.groupBy().isEmpty() || isThere(settings.groupBy());
            List<ColourRule> colours = settings.colours().stream()
                    .filter(rule -> filter(rule.filter()).equals(rule.filter()))
                    .toList();
            boolean isFormed = settings.formField().isEmpty() || isThere(settings.formField());
            ViewSettings left = new ViewSettings(
                    columns,
                    filter,
                    sorted(keys),
                    isGrouped ? settings.groupBy() : "",
                    colours,
                    isFormed ? settings.form() : ViewForm.TABLE,
                    isFormed ? settings.formField() : "");
            return new OpenView(left, missing);
        }

        private boolean isThere(String field) {
            boolean known = object.find(field).isPresent();
            if (!known) {
                missing.add(field);
            }
            return known;
        }

        /** What was kept reads well; its words stay as they were unless something is missing. */
        private String filter(String text) {
            Filter whole = RsqlFilters.parse(text);
            Optional<Filter> left = Optional.ofNullable(whole).flatMap(this::filter);
            return left.isPresent() && left.get().equals(whole) ? text : RsqlFilters.write(left.orElse(null));
        }

        private Optional<Filter> filter(Filter filter) {
            if (filter instanceof Filter.And and) {
                return joined(and.parts()).map(parts -> parts.size() == 1 ? parts.get(0) : new Filter.And(parts));
            } else if (filter instanceof Filter.Or or) {
                return joined(or.parts()).map(parts -> parts.size() == 1 ? parts.get(0) : new Filter.Or(parts));
            }
            return Optional.of(filter).filter(one -> isThere(((Filter.Comparison) one).field()));
        }

        private Optional<List<Filter>> joined(List<Filter> parts) {
            List<Filter> left = new ArrayList<>();
            parts.forEach(part -> filter(part).ifPresent(left::add));
            return left.isEmpty() ? Optional.empty() : Optional.of(left);
        }

        /** A field may have lost its index; then nothing is said, and the newest come first. */
        private String sorted(List<SortKey> keys) {
            try {
                QueryCheck.sort(object, keys);
            } catch (InvalidQuery e) {
                missing.add(keys.get(0).field());
                return "";
            }
            return String.join(",", keys.stream().map(SortKey::toString).toList());
        }
    }
}
