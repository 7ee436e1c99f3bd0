package io.guanxi.kernel.tag;

import io.guanxi.kernel.record.CrmRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A word that marks records. Of the exclusive tags of one group a record has one at most. */
@Entity
@Table(name = "tag")
public class Tag extends CrmRecord {

    private String name;
    private String colour;

    @Column(name = "tag_group")
    private String tagGroup;

    private Boolean exclusive;
    private String description;

    protected Tag() {}

    public String name() {
        return name;
    }

    /** Whether a record may not have both. */
    public boolean excludes(Tag other) {
        return other.id() != id()
                && Boolean.TRUE.equals(exclusive)
                && Boolean.TRUE.equals(other.exclusive)
                && tagGroup != null
                && tagGroup.equalsIgnoreCase(other.tagGroup);
    }

    @Override
    protected String title() {
        return name;
    }
}
