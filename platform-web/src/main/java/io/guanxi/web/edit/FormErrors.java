package io.guanxi.web.edit;

import io.guanxi.kernel.error.DuplicateValue;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with the form: each thing at its field, all of them together above. */
@Named("errors")
@ViewScoped
public class FormErrors implements Serializable {

    @Inject
    private Here here;

    @Inject
    private RecordForm form;

    @Inject
    private Texts texts;

    private final Map<String, String> byPointer = new LinkedHashMap<>();

    /**
     * One line of the summary.
     *
     * @param field name of the field, which its input's id ends in
     */
    public record Line(String field, String label, String text) {}

    void clear() {
        byPointer.clear();
    }

    /** A row of a list has gone, and with it the place that errors of the list pointed to. */
    void forget(String field) {
        byPointer.keySet().removeIf(p -> p.equals("/" + field) || p.startsWith("/" + field + "/"));
    }

    void show(List<FieldError> errors) {
        errors.forEach(e -> byPointer.putIfAbsent(
                e.pointer(), Labels.error(e.code(), texts.locale(), e.args().toArray())));
    }

    void show(DuplicateValue duplicate) {
        ObjectDescriptor object = here.object();
        String label = object.find(duplicate.field())
                .map(f -> Labels.field(object, f, texts.locale()))
                .orElse(duplicate.field());
        byPointer.put(FieldError.pointerTo(duplicate.field()), Labels.error(duplicate.code(), texts.locale(), label));
    }

    public boolean isAny() {
        return !byPointer.isEmpty();
    }

    /** What is wrong with a field as a whole or with a member of its value; empty when nothing is. */
    public String of(String field) {
        String pointer = FieldError.pointerTo(field);
        String own = byPointer.getOrDefault(pointer, "");
        return own.isEmpty()
                ? byPointer.getOrDefault(pointer + "/amount", byPointer.getOrDefault(pointer + "/currency", ""))
                : own;
    }

    /** What is wrong with a row of a list field, or with one of its members. */
    public String of(String field, int row, String member) {
        String start = "/" + field + "/" + row;
        return byPointer.getOrDefault(start + "/" + member, "");
    }

    /** What is wrong with a row as a whole. */
    public String ofRow(String field, int row) {
        return byPointer.getOrDefault("/" + field + "/" + row, "");
    }

    public List<Line> getLines() {
        ObjectDescriptor object = here.object();
        List<Line> lines = new ArrayList<>();
        byPointer.forEach((pointer, text) -> {
            String field = new FieldError(pointer, "", List.of()).member();
            FieldDescriptor known = object.find(field).orElse(null);
            lines.add(new Line(
                    RecordForm.id(field), known == null ? "" : Labels.field(object, known, texts.locale()), text));
        });
        List<String> order = form.getSections().stream()
                .flatMap(s -> s.fields().stream())
                .map(RecordForm::id)
                .toList();
        lines.sort(Comparator.comparingInt(line -> order.indexOf(line.field())));
        return lines;
    }
}
