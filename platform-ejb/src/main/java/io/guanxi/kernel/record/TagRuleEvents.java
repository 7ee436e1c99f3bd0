package io.guanxi.kernel.record;

import io.guanxi.kernel.event.RecordEvent;
import io.guanxi.kernel.event.RecordEventHandler;
import io.guanxi.kernel.tag.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tags that rules set follow the records, and the rules. */
@ApplicationScoped
public class TagRuleEvents implements RecordEventHandler {

    @Inject
    private TagRules rules;

    @Override
    public String name() {
        return "tag-rules";
    }

    @Override
    public boolean concerns(String object) {
        return true;
    }

    @Override
    public void handle(List<RecordEvent> events) {
        Map<String, Set<Long>> records = new LinkedHashMap<>();
        events.forEach(event -> records.computeIfAbsent(event.object(), none -> new LinkedHashSet<>())
                .add(event.recordId()));
        Set<Long> tags = records.remove(Tags.OBJECT);
        if (tags != null) {
            rules.submit(tags);
        }
        records.forEach(rules::ask);
    }
}
