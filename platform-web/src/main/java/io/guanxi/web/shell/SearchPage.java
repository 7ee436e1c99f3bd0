package io.guanxi.web.shell;

import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.RecordLine;
import io.guanxi.kernel.record.RecordSearch;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.kernel.record.SearchResult;
import io.guanxi.web.format.Avatar;
import io.guanxi.web.format.FieldValues;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Records of every kind that have the words typed at the top of the page. */
@Named("search")
@RequestScoped
public class SearchPage {

    private static final int ON_PAGE = 10;
    private static final int SUGGESTED = 5;
    private static final int LONGEST = 200;

    @Inject
    private HttpServletRequest request;

    @Inject
    private VisibleObjects registry;

    @Inject
    private RecordSearch records;

    @Inject
    private RecentRecords recent;

    @Inject
    private FieldValues values;

    @Inject
    private Texts texts;

    @Inject
    private Here here;

    private String words;
    private SearchResult result;

    @PostConstruct
    void read() {
        String typed = request.getParameter("q");
        words = typed == null
                ? ""
                : typed.strip().substring(0, Math.min(LONGEST, typed.strip().length()));
    }

    public String getWords() {
        return words;
    }

    /** The best of each object that has hits; empty when nothing was typed. */
    public List<Found.Group> getGroups() {
        return found(ON_PAGE).groups().stream().map(this::group).toList();
    }

    /** What is proposed while somebody types; what they looked at last before they do. */
    public List<Found.Group> getSuggestions() {
        return words.isEmpty()
                ? looked()
                : found(SUGGESTED).groups().stream().map(this::group).toList();
    }

    /** Whether records may still be missing because the index is being built. */
    public boolean isBuilding() {
        return !words.isEmpty() && !found(ON_PAGE).complete();
    }

    /** Address of the page with all results. */
    public String getHref() {
        return here.href("search") + query();
    }

    private SearchResult found(int most) {
        if (result == null) {
            result = words.isEmpty() ? SearchResult.NOTHING : records.find(words, List.of(), most);
        }
        return result;
    }

    private Found.Group group(SearchResult.Group found) {
        ObjectDescriptor object = registry.require(found.object());
        return new Found.Group(
                object.name(),
                Labels.plural(object, texts.locale()),
                values.formats().count(found.found()) + (result.counted() ? "" : "+"),
                found.best().stream().map(hit -> hit(object, hit)).toList(),
                here.href(object.path()) + query(),
                isOfPeople(object));
    }

    private String query() {
        return "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static boolean isOfPeople(ObjectDescriptor object) {
        return object.icon().startsWith("pi-user");
    }

    /** In the order in which they were looked at; what is gone since is left out. */
    private List<Found.Group> looked() {
        Map<String, List<String>> ids = recent.visits().stream()
                .collect(Collectors.groupingBy(
                        RecentRecords.Visit::object, Collectors.mapping(RecentRecords.Visit::id, Collectors.toList())));
        Map<String, Found.Hit> hits = new HashMap<>();
        ids.forEach((object, some) -> records.records(object, some)
                .forEach(record -> hits.put(
                        record.id(),
                        hit(registry.require(object), new SearchResult.Hit(record, Optional.empty(), 0)))));
        List<Found.Hit> found = recent.visits().stream()
                .map(visit -> hits.get(visit.id()))
                .filter(Objects::nonNull)
                .toList();
        return found.isEmpty()
                ? List.of()
                : List.of(new Found.Group("recent", texts.of("search.recent"), "", found, "", false));
    }

    private Found.Hit hit(ObjectDescriptor object, SearchResult.Hit hit) {
        RecordView record = hit.record();
        String title = record.text(object.titleField());
        boolean inTitle = hit.match()
                .map(match -> match.field().equals(object.titleField()))
                .orElse(false);
        return new Found.Hit(
                record.id(),
                inTitle
                        ? pieces(hit.match().orElseThrow())
                        : List.of(new Found.Piece(title.isEmpty() ? texts.of("record.untitled") : title, false)),
                detail(object, hit, inTitle),
                here.href(object.path() + "/" + record.id()),
                Avatar.of(title));
    }

    private List<Found.Piece> detail(ObjectDescriptor object, SearchResult.Hit hit, boolean inTitle) {
        String line = RecordLine.of(object, hit.record(), texts.locale());
        Optional<SearchResult.Match> match = hit.match()
                .filter(found -> !inTitle)
                .filter(found -> !line.contains(found.text()) || !found.places().isEmpty());
        List<Found.Piece> pieces = new ArrayList<>();
        match.ifPresent(found -> {
            String label = Labels.field(object, object.require(found.field()), texts.locale());
            pieces.add(new Found.Piece(texts.of("search.in", label), false));
            pieces.addAll(pieces(found));
        });
        if (match.isEmpty()) {
            pieces.add(new Found.Piece(line, false));
        }
        return pieces;
    }

    private static List<Found.Piece> pieces(SearchResult.Match match) {
        List<Found.Piece> pieces = new ArrayList<>();
        int at = 0;
        for (SearchResult.Place place : match.places()) {
            if (place.from() > at) {
                pieces.add(new Found.Piece(match.text().substring(at, place.from()), false));
            }
            pieces.add(new Found.Piece(match.text().substring(place.from(), place.to()), true));
            at = place.to();
        }
        if (at < match.text().length()) {
            pieces.add(new Found.Piece(match.text().substring(at), false));
        }
        return pieces;
    }
}
