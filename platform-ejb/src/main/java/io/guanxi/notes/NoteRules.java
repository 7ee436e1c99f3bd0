package io.guanxi.notes;

import io.guanxi.kernel.record.CrmRecord;
import io.guanxi.kernel.record.RecordRules;
import io.guanxi.kernel.record.RelatedCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** A note is about nothing, or about a record that is there and that its author may read. */
@ApplicationScoped
public class NoteRules implements RecordRules {

    @Inject
    private RelatedCheck related;

    @Override
    public String object() {
        return Notes.OBJECT;
    }

    @Override
    public void complete(CrmRecord record, Map<String, Object> before, Faults faults) {
        Note note = (Note) record;
        related.check(note.relatedObject(), note.relatedId(), before, faults);
    }
}
