package io.guanxi.kernel.search;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.object.Shelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds records of the caller's tenant by their words: the only way to the index, whatever it is made of. What was committed
 * before a call is found by it, on whichever node. It asks no permission, but for this: where fields are hidden from the caller
 * that records are found by, only titles are looked at, since the index does not tell from which field a word is.
 */
@ApplicationScoped
public class SearchEngine {

    @Inject
    private SearchIndexes indexes;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy access;

    /** A record that was found; the higher the score the better. */
    public record Hit(String object, long id, float score) {}

    /**
     * What was found of an object.
     *
     * @param found   how many records; not all of them when there are very many
     * @param best    the best of them
     */
    public record Group(String object, int found, List<Hit> best) {}

    /**
     * The best of what was found.
     *
     * @param groups   by object, that of the best hit first
     * @param counted  whether the numbers are exact
     * @param complete false while the index is being built and records are still missing in it
     */
    public record Found(List<Group> groups, boolean counted, boolean complete) {}

    /**
     * The live records of some objects that have all words typed, somewhere in them and at least the beginning of each; where
     * none has, those with words that are spelled a little differently.
     *
     * @param most records of each object
     */
    public Found find(String text, Collection<SearchScope> scopes, int most) {
        Set<String> byTitle = new HashSet<>();
        scopes.stream().map(SearchScope::object).filter(this::isByTitle).forEach(byTitle::add);
        return indexes.with(index -> {
            boolean current = indexes.catchUp(index);
            TenantIndex.Found found = index.index().find(text, scopes, byTitle, most);
            List<Group> groups = new ArrayList<>();
            for (Map.Entry<String, BestHits.Group> of : found.groups().entrySet()) {
                List<Hit> best = of.getValue().best().stream()
                        .map(hit -> new Hit(of.getKey(), hit.id(), hit.score()))
                        .toList();
                if (!best.isEmpty()) {
                    groups.add(new Group(of.getKey(), of.getValue().found(), best));
                }
            }
            groups.sort(
                    Comparator.comparing((Group group) -> -group.best().get(0).score())
                            .thenComparing(Group::object));
            return new Found(groups, !found.tooMany(), current && index.isComplete());
        });
    }

    /** The records of an object, or of its recycle bin, that have all words as they are typed. */
    public Matches matches(String object, Shelf shelf, String text) {
        return indexes.with(index -> {
            boolean complete = indexes.catchUp(index) && index.isComplete();
            return new Matches(
                    index.index().few(text, SearchDocument.kind(object, shelf), isByTitle(object)), complete);
        });
    }

    /**
     * The newest of them.
     *
     * @param below id that comes before them; {@link Long#MAX_VALUE} for the very newest
     */
    public List<Long> newest(String object, Shelf shelf, String text, long below, int most) {
        return indexes.with(index -> {
            if (below == Long.MAX_VALUE) {
                indexes.catchUp(index);
            }
            return index.index().newest(text, SearchDocument.kind(object, shelf), isByTitle(object), below, most);
        });
    }

    private boolean isByTitle(String object) {
        return objects.find(object).filter(access::hidesWords).isPresent();
    }

    /** How many live records have all words. */
    public Count count(String object, String text) {
        return indexes.with(index -> {
            boolean complete = indexes.catchUp(index) && index.isComplete();
            return new Count(
                    index.index().count(text, SearchDocument.kind(object, Shelf.LISTED), isByTitle(object)), complete);
        });
    }

    /**
     * @param complete false while the index is being built and records are still missing in it
     */
    public record Count(int found, boolean complete) {}

    /** Which of these records have all words. */
    public Set<Long> among(String object, Shelf shelf, String text, Collection<Long> candidates) {
        return indexes.with(
                index -> index.index().among(text, SearchDocument.kind(object, shelf), isByTitle(object), candidates));
    }

    /**
     * What a list looks among.
     *
     * @param few      ids; empty when there are too many to hand over
     * @param complete false while the index is being built and records are still missing in it
     */
    public record Matches(Optional<List<Long>> few, boolean complete) {}
}
