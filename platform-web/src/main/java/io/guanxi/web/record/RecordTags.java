package io.guanxi.web.record;

import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.record.TagOrigins;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Who or what has set the tags of the record of the page. */
@Named("recordTags")
@RequestScoped
public class RecordTags {

    @Inject
    private TagOrigins service;

    @Inject
    private FieldValues values;

    @Inject
    private Texts texts;

    @Inject
    private Here here;

    private List<TagOrigins.Origin> origins;

    /** A tag, and the words that tell where it comes from. */
    public record Row(String name, String origin, String at) {}

    @PostConstruct
    void readOrigins() {
        origins = service.covers(here.object()) ? service.of(here.object().name(), here.getId()) : List.of();
    }

    public List<Row> getRows() {
        return origins.stream()
                .map(one -> new Row(
                        one.name(),
                        origin(one),
                        one.at().map(values.formats()::instant).orElse("")))
                .toList();
    }

    private String origin(TagOrigins.Origin one) {
        if (one.byRule()) {
            return texts.of("tags.rule");
        } else if (one.by().isEmpty()) {
            return texts.of("tags.unknown");
        }
        return texts.of("tags.by", one.by().equals(Caller.SYSTEM_NAME) ? texts.of("timeline.system") : one.by());
    }
}
