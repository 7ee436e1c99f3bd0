package io.guanxi.web.edit;

import io.guanxi.kernel.duplicate.Candidate;
import io.guanxi.kernel.duplicate.DuplicateService;
import io.guanxi.kernel.duplicate.ReasonTexts;
import io.guanxi.kernel.object.MatchField;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.web.format.Avatar;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records that may be the one in the form: shown while it is filled in, and asked about when it is saved. */
@Named("lookalikes")
@ViewScoped
public class Lookalikes implements Serializable {

    @Inject
    private DuplicateService duplicates;

    @Inject
    private Here here;

    @Inject
    private Texts texts;

    private List<Lookalike> found = List.of();
    private boolean asking;

    /** One record, as it is shown. */
    public record Lookalike(String title, String href, String score, String reasons, Avatar avatar)
            implements Serializable {}

    /** Whether a field of the form tells records apart, or another does that follows from it. */
    public boolean concerns(String field) {
        ObjectDescriptor object = here.object();
        return object.matching().stream()
                .map(MatchField::field)
                .anyMatch(matched -> matched.equals(field)
                        || matched.equals(object.titleField())
                                && object.require(matched).readOnly()
                                && field.endsWith("Name"));
    }

    /** Looks for what has been typed so far. */
    void look(Map<String, Object> values, String id) {
        ObjectDescriptor object = here.object();
        found = object.matching().isEmpty()
                ? List.of()
                : duplicates.check(object.name(), values, id).stream()
                        .map(candidate -> shown(object, candidate))
                        .toList();
        asking = false;
    }

    /**
     * Looks once more before saving.
     *
     * @param changed fields that differ from what is stored
     * @return whether somebody has to decide first
     */
    boolean ask(Map<String, Object> values, Set<String> changed, String id) {
        if (changed.stream().noneMatch(this::concerns)) {
            return false;
        }
        look(values, id);
        asking = !found.isEmpty();
        return asking;
    }

    private Lookalike shown(ObjectDescriptor object, Candidate candidate) {
        String title = candidate.record().text(object.titleField());
        return new Lookalike(
                title,
                here.href(object.path() + "/" + candidate.record().id()),
                texts.of("lookalike.score", candidate.score().value()),
                String.join(
                        " · ",
                        candidate.score().reasons().stream()
                                .map(reason -> ReasonTexts.of(object, reason, texts.locale()))
                                .toList()),
                Avatar.of(title));
    }

    public List<Lookalike> getFound() {
        return found;
    }

    /** Somebody wants to save and has to say that the record is another. */
    public boolean isAsking() {
        return asking;
    }

    public String getTitle() {
        return texts.of("lookalike.title", found.size());
    }
}
