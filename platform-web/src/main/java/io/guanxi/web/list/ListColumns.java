package io.guanxi.web.list;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.SortKey;
import io.guanxi.kernel.view.ViewColumn;
import io.guanxi.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which columns a list shows: those of the view, else of the object; the title always, and first. */
@RequestScoped
public class ListColumns {

    @Inject
    private Texts texts;

    /** Name and width of the columns, in order. */
    List<ViewColumn> chosen(ObjectDescriptor object, List<ViewColumn> columns) {
        Map<String, ViewColumn> chosen = new LinkedHashMap<>();
        chosen.put(object.titleField(), new ViewColumn(object.titleField(), 0));
        if (columns.isEmpty()) {
            object.listColumns().forEach(name -> chosen.putIfAbsent(name, new ViewColumn(name, 0)));
        } else {
            columns.forEach(column -> chosen.put(column.field(), column));
        }
        return List.copyOf(chosen.values());
    }

    List<ListColumn> shown(ObjectDescriptor object, List<ViewColumn> chosen, ListAddress address, List<SortKey> sort) {
        List<FieldDescriptor> fields = chosen.stream()
                .flatMap(column -> object.find(column.field()).stream())
                .toList();
        FieldDescriptor badge = first(fields, FieldType.CHOICE);
        FieldDescriptor end = first(fields, FieldType.INSTANT, FieldType.DATE);
        FieldDescriptor meta = fields.stream()
                .skip(1)
                .filter(f -> f != badge && f != end)
                .findFirst()
                .orElse(null);
        List<ListColumn> columns = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            FieldDescriptor field = fields.get(i);
            String slot =
                    i == 0 ? "title" : field == badge ? "badge" : field == end ? "end" : field == meta ? "meta" : "";
            columns.add(column(object, field, chosen.get(i).width(), address, sort, slot));
        }
        return columns;
    }

    private ListColumn column(
            ObjectDescriptor object,
            FieldDescriptor field,
            int width,
            ListAddress address,
            List<SortKey> sort,
            String slot) {
        boolean first = !sort.isEmpty() && sort.get(0).field().equals(field.name());
        boolean descending = first && sort.get(0).descending();
        String order = !first ? "none" : descending ? "descending" : "ascending";
        SortKey next =
                new SortKey(field.name(), first ? !descending : field.type().isOrdered());
        return new ListColumn(
                field,
                Labels.field(object, field, texts.locale()),
                order,
                field.sortable() ? address.with("sort", next.toString()).href() : "",
                slot,
                width);
    }

    private static FieldDescriptor first(List<FieldDescriptor> fields, FieldType... types) {
        return fields.stream()
                .skip(1)
                .filter(f -> List.of(types).contains(f.type()))
                .findFirst()
                .orElse(null);
    }
}
