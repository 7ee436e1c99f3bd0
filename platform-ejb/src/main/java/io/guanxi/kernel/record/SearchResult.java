package io.guanxi.kernel.record;

import java.util.List;
import java.util.Optional;

/**
 * What a search over all objects found.
 *
 * @param groups   by object, that of the best hit first
 * @param counted  whether the numbers are exact; where very many records have the words they are not
 * @param complete false while the index is being built and records are still missing in it
 */
public record SearchResult(List<Group> groups, boolean counted, boolean complete) {

    /** Nothing was asked for. */
    public static final SearchResult NOTHING = new SearchResult(List.of(), true, true);

    /**
     * The records of one object.
     *
     * @param found how many there are
     * @param best  the best of them, the best first
     */
    public record Group(String object, int found, List<Hit> best) {}

    /**
     * @param match where the words stand, if it can be shown
     * @param score the higher the better; comparable within a result
     */
    public record Hit(RecordView record, Optional<Match> match, float score) {}

    /**
     * A field that has what was typed.
     *
     * @param text   its text
     * @param places where in the text; empty when it is found by how it is spelled or resembles
     */
    public record Match(String field, String text, List<Place> places) {}

    /** From a character on to before another. */
    public record Place(int from, int to) {}
}
