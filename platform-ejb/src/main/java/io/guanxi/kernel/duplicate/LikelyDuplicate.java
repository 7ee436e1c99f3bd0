package io.guanxi.kernel.duplicate;

import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.List;

/** A record that seems to be there already was not made, as its caller wished. */
public class LikelyDuplicate extends DomainException {

    private final transient ObjectDescriptor object;
    private final transient List<Candidate> candidates;

    LikelyDuplicate(ObjectDescriptor object, List<Candidate> candidates) {
        super("record.likelyDuplicate", candidates.size());
        this.object = object;
        this.candidates = candidates;
    }

    /** What the records are. */
    public ObjectDescriptor object() {
        return object;
    }

    /** Records that it may be, the likeliest first. */
    public List<Candidate> candidates() {
        return candidates == null ? List.of() : candidates;
    }
}
