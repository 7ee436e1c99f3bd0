package io.guanxi.kernel.tag;

import io.guanxi.kernel.record.CrmRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Optional;

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

    @Column(name = "rule_object")
    private String ruleObject;

    @Column(name = "rule_source")
    private String rule;

    protected Tag() {}

    /** Path of the object whose records a rule tags; empty for a tag that people set. */
    public Optional<String> ruleObject() {
        return Optional.ofNullable(ruleObject);
    }

    /** In CEL: which records have it; empty for a tag that people set. */
    public Optional<String> rule() {
        return Optional.ofNullable(rule);
    }

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
