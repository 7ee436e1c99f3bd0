package io.guanxi.web.list;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.SortKey;
import io.guanxi.web.shell.PersonalSettings;
import io.guanxi.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which columns a list shows, by the object and by what the person chose in this browser. */
@RequestScoped
public class ListColumns {

    @Inject
    private PersonalSettings settings;

    @Inject
    private Texts texts;

    /** A column in the chooser; the title is always shown. */
    public record Choice(String name, String label, boolean chosen, boolean fixed) {}

    List<ListColumn> shown(ObjectDescriptor object, ListAddress address, List<SortKey> sort) {
        List<ListColumn> columns = new ArrayList<>();
        List<FieldDescriptor> fields =
                names(object).stream().map(object::require).toList();
        FieldDescriptor badge = first(fields, FieldType.CHOICE);
        FieldDescriptor end = first(fields, FieldType.INSTANT, FieldType.DATE);
        FieldDescriptor meta = fields.stream()
                .skip(1)
                .filter(f -> f != badge && f != end)
                .findFirst()
                .orElse(null);
        for (FieldDescriptor field : fields) {
            String slot = field.name().equals(object.titleField())
                    ? "title"
                    : field == badge ? "badge" : field == end ? "end" : field == meta ? "meta" : "";
            columns.add(column(object, field, address, sort, slot));
        }
        return columns;
    }

    private ListColumn column(
            ObjectDescriptor object, FieldDescriptor field, ListAddress address, List<SortKey> sort, String slot) {
        boolean first = !sort.isEmpty() && sort.get(0).field().equals(field.name());
        boolean descending = first && sort.get(0).descending();
        String order = !first ? "none" : descending ? "descending" : "ascending";
        SortKey next =
                new SortKey(field.name(), first ? !descending : field.type().isOrdered());
        return new ListColumn(
                field,
                Labels.field(object, field, texts.locale()),
                order,
                field.sortable() ? address.sort(next.toString()).href() : "",
                slot);
    }

    List<Choice> choices(ObjectDescriptor object) {
        List<String> chosen = names(object);
        return Stream.concat(chosen.stream(), object.fields().keySet().stream().filter(n -> !chosen.contains(n)))
                .map(object::require)
                .map(f -> new Choice(
                        f.name(),
                        Labels.field(object, f, texts.locale()),
                        chosen.contains(f.name()),
                        f.name().equals(object.titleField())))
                .toList();
    }

    private List<String> names(ObjectDescriptor object) {
        List<String> chosen = settings.columns(object.path()).stream()
                .filter(n -> object.find(n).isPresent())
                .toList();
        return Stream.concat(
                        Stream.of(object.titleField()), (chosen.isEmpty() ? object.listColumns() : chosen).stream())
                .distinct()
                .toList();
    }

    private static FieldDescriptor first(List<FieldDescriptor> fields, FieldType... types) {
        return fields.stream()
                .skip(1)
                .filter(f -> List.of(types).contains(f.type()))
                .findFirst()
                .orElse(null);
    }
}
