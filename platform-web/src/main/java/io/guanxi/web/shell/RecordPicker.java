package io.guanxi.web.shell;

import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.people.People;
import io.guanxi.kernel.query.Choice;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.tag.TagNames;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** Finds records and people by what is typed. */
@Named("picker")
@RequestScoped
public class RecordPicker {

    private static final int LIMIT = 12;

    @Inject
    private RecordService records;

    @Inject
    private People members;

    @Inject
    private VisibleObjects registry;

    @Inject
    private TagNames tags;

    /** Ids of records of the object that stands in the attribute {@code object} of the component; of people without one. */
    public List<Choice> choices(String text) {
        UIComponent picker = UIComponent.getCurrentComponent(FacesContext.getCurrentInstance());
        Object object = picker.getAttributes().get("object");
        return object == null || object.toString().isEmpty()
                ? members.choices(text, LIMIT)
                : records.choices(object.toString(), text, LIMIT);
    }

    /** Names of tags that begin like this; last what was typed itself, for a tag that is not there yet. */
    public List<String> tags(String text) {
        String typed = text == null ? "" : text.strip();
        List<String> names = new ArrayList<>(tags.beginning(typed, LIMIT));
        if (!typed.isEmpty() && names.stream().noneMatch(typed::equalsIgnoreCase)) {
            names.add(typed);
        }
        return names;
    }

    /** Title of a record; its id when it is gone. */
    public String title(String object, String id) {
        ObjectDescriptor target = registry.require(object);
        try {
            return records.require(object, id).text(target.titleField());
        } catch (DomainException e) {
            return id;
        }
    }
}
