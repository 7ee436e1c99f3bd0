package io.guanxi.web.list;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.people.People;
import io.guanxi.kernel.query.Choice;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.tag.TagNames;
import io.guanxi.web.format.FieldOptions;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.JsonServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What may be chosen for a field whose value is looked up, by the words {@code q} that were typed. */
@WebServlet(name = "CHOICES")
public class ListChoices extends JsonServlet {

    private static final int LIMIT = 20;

    @Inject
    private transient Here here;

    @Inject
    private transient RecordService records;

    @Inject
    private transient People people;

    @Inject
    private transient TagNames tags;

    @Inject
    private transient FieldOptions options;

    @Inject
    private transient AccessPolicy policy;

    @Override
    protected Object read(HttpServletRequest request) {
        ObjectDescriptor object = here.object();
        policy.require(object, Operation.READ);
        FieldDescriptor field = object.find(String.valueOf(request.getParameter("field")))
                .orElseThrow(io.guanxi.kernel.error.RecordNotFound::new);
        String typed = request.getParameter("q") == null
                ? ""
                : request.getParameter("q").strip();
        List<Choice> found =
                switch (field.type()) {
                    case REFERENCE -> records.choices(field.reference(), typed, LIMIT);
                    case MEMBER -> people.choices(typed, LIMIT);
                    case TAGS ->
                        tags.beginning(typed, LIMIT).stream()
                                .map(name -> new Choice(name, name))
                                .toList();
                    default -> closed(object, field, typed.toLowerCase(Locale.ROOT));
                };
        return Map.of(
                "items",
                found.stream()
                        .map(choice -> Map.of("value", choice.id(), "label", choice.label()))
                        .toList());
    }

    private List<Choice> closed(ObjectDescriptor object, FieldDescriptor field, String typed) {
        return options.of(object, field).stream()
                .filter(item -> item.getLabel().toLowerCase(Locale.ROOT).contains(typed)
                        || item.getValue().toString().toLowerCase(Locale.ROOT).equals(typed))
                .map(item -> new Choice(item.getValue().toString(), item.getLabel()))
                .limit(LIMIT)
                .toList();
    }

    @Override
    protected Object change(HttpServletRequest request, Map<String, Object> input) {
        throw new io.guanxi.kernel.error.RecordNotFound();
    }
}
