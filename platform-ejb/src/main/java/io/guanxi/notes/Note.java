package io.guanxi.notes;

import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.record.CrmRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What somebody noted. */
@Entity
@Table(name = "note")
public class Note extends CrmRecord {

    private static final int LONGEST_TITLE = 80;

    private String text;
    private String title;
    private Boolean pinned;

    @Column(name = "related_object")
    private String relatedObject;

    @Column(name = "related_id")
    private String relatedId;

    @Column(name = "owner_id")
    private Long owner;

    protected Note() {}

    String relatedObject() {
        return relatedObject;
    }

    String relatedId() {
        return relatedId;
    }

    @Override
    protected void completeNew(Caller caller) {
        if (owner == null && caller.kind() == Caller.Kind.PERSON) {
            owner = caller.memberId();
        }
    }

    /** The title is how the text begins. */
    @Override
    protected void derive() {
        String first = text == null ? "" : text.lines().findFirst().orElse("").strip();
        int end = first.codePointCount(0, first.length()) <= LONGEST_TITLE
                ? first.length()
                : first.offsetByCodePoints(0, LONGEST_TITLE);
        title = end == first.length() ? first : first.substring(0, end) + "…";
    }

    @Override
    protected String title() {
        return title;
    }
}
