package io.guanxi.kernel.record;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.query.RecordLists;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.search.SearchEngine;
import io.guanxi.kernel.search.SearchScope;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One search over the records of all objects. What the caller may not read is not found, and not counted either. */
@Stateless
@TenantBound
public class RecordSearch {

    /** Most records of one object. */
    public static final int MOST = 50;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy access;

    @Inject
    private SearchEngine engine;

    @Inject
    private RecordLists lists;

    @Inject
    private RecordReader reader;

    @Inject
    private RecordAccess reach;

    /**
     * The records that have what was typed, whatever they are. Needs {@code read} for an object to be looked at.
     *
     * @param among names of objects; empty for all
     * @param most  records of each object, 1–{@link #MOST}
     */
    public SearchResult find(String text, Collection<String> among, int most) {
        Map<String, ObjectDescriptor> readable = new LinkedHashMap<>();
        objects.all().stream()
                .filter(object -> among.isEmpty() || among.contains(object.name()))
                .filter(object -> access.allows(object, Operation.READ))
                .forEach(object -> readable.put(object.name(), object));
        if (text.isBlank() || readable.isEmpty()) {
            return SearchResult.NOTHING;
        }
        SearchEngine.Found found = engine.find(text, among(readable.values()), Math.min(MOST, Math.max(1, most)));
        List<SearchResult.Group> groups = found.groups().stream()
                .map(group -> group(access.seen(readable.get(group.object())), group, text))
                .filter(group -> !group.best().isEmpty())
                .toList();
        return new SearchResult(groups, found.counted(), found.complete());
    }

    /** Live records by their ids, in that order; those that are gone and that the caller may not read are left out. */
    public List<RecordView> records(String object, List<String> ids) {
        Optional<ObjectDescriptor> descriptor =
                objects.find(object).filter(found -> access.allows(found, Operation.READ));
        if (ids.isEmpty() || descriptor.isEmpty()) {
            return List.of();
        }
        List<Long> inner = ids.stream().map(id -> RecordId.parse(id).orElse(0)).toList();
        Map<String, RecordView> views = views(access.seen(descriptor.get()), inner);
        return ids.stream().map(views::get).filter(Objects::nonNull).toList();
    }

    /** Who does not see every record is given those of some people, and those that were shared one by one. */
    private List<SearchScope> among(Collection<ObjectDescriptor> readable) {
        return readable.stream()
                .map(object -> reach.searched(object, RecordLists.MOST_IDS))
                .toList();
    }

    private SearchResult.Group group(ObjectDescriptor object, SearchEngine.Group group, String text) {
        Map<String, RecordView> views =
                views(object, group.best().stream().map(SearchEngine.Hit::id).toList());
        SearchMatch match = new SearchMatch(object, text);
        List<SearchResult.Hit> hits = new ArrayList<>();
        for (SearchEngine.Hit hit : group.best()) {
            RecordView view = views.get(RecordId.format(hit.id()));
            if (view != null) {
                hits.add(new SearchResult.Hit(view, match.in(view), hit.score()));
            }
        }
        // Of records in reach by what they point to, the index cannot tell how many there are.
        boolean isCounted = reach.isSearchedWhole(object);
        return new SearchResult.Group(object.name(), isCounted ? group.found() : hits.size(), hits);
    }

    private Map<String, RecordView> views(ObjectDescriptor object, List<Long> ids) {
        Set<String> fields = new LinkedHashSet<>(object.listColumns());
        fields.add(object.titleField());
        object.fields().values().stream()
                .filter(FieldDescriptor::searchable)
                .map(FieldDescriptor::name)
                .forEach(fields::add);
        RecordQuery query = RecordQuery.all()
                .fields(fields)
                .limit(Math.max(1, ids.size()))
                .withLabels()
                .within(access.reach(object, Operation.READ));
        Map<String, RecordView> views = new LinkedHashMap<>();
        reader.views(object, lists.among(object, query, ids), true).forEach(view -> views.put(view.id(), view));
        return views;
    }
}
