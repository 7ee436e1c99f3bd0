package io.guanxi.tenantadmin.audit;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditExport;
import io.guanxi.kernel.audit.AuditFilter;
import io.guanxi.kernel.audit.AuditSearch;
import io.guanxi.kernel.audit.AuditWords;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.people.People;
import io.guanxi.kernel.query.Choice;
import io.guanxi.tenantadmin.page.Pages;
import io.guanxi.tenantadmin.page.Parameters;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The entries of the audit that a filter lets through, the newest first. */
@Named("auditPage")
@RequestScoped
public class AuditPage {

    static final String ADDRESS = "/app/admin/audit";

    private static final int PAGE = 50;

    /** People offered to choose from; of others the name on an entry is a link. */
    private static final int MOST_PEOPLE = 200;

    private static final List<String> FILTERS = List.of("kind", "object", "person", "from", "until", "q");

    @Inject
    private AuditSearch search;

    @Inject
    private AuditExport export;

    @Inject
    private AuditWords words;

    @Inject
    private AuditRows rows;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private People people;

    @Inject
    private HttpServletRequest request;

    private final Map<String, String> given = new LinkedHashMap<>();
    private AuditFilter filter;
    private AuditSearch.Page page;

    /** A choice of a filter. */
    public record Option(String value, String label, boolean chosen) {}

    @PostConstruct
    void readFilter() {
        FILTERS.forEach(name ->
                given.put(name, Parameters.given(request, name, "of-" + name).strip()));
        // A choice without a value sends its words.
        keep(
                "kind",
                kind -> kind.equals(AuditFilter.RECORDS) || AuditArea.of(kind).isPresent());
        keep("object", path -> objects.findByPath(path).isPresent());
        keep(
                "person",
                id -> id.equals(AuditFilter.PRODUCT) || RecordId.parse(id).isPresent());
        filter = new AuditFilter(
                given.get("kind"),
                objects.findByPath(given.get("object"))
                        .map(ObjectDescriptor::name)
                        .orElse(""),
                "",
                given.get("person"),
                day(given.get("from"), 0),
                day(given.get("until"), 1),
                given.get("q"),
                "");
    }

    private void keep(String name, Predicate<String> known) {
        given.computeIfPresent(name, (key, value) -> known.test(value) ? value : "");
    }

    /** The beginning of a day, or of one after it, where the reader is; null for none. */
    private static Instant day(String text, int later) {
        try {
            return text.isEmpty()
                    ? null
                    : LocalDate.parse(text)
                            .plusDays(later)
                            .atStartOfDay(CallContext.require().zone())
                            .toInstant();
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private AuditSearch.Page page() {
        if (page == null) {
            page = search.list(filter, request.getParameter("cursor"), PAGE);
        }
        return page;
    }

    public List<AuditRow> getRows() {
        return rows.of(page().lines(), application(), application() + ADDRESS);
    }

    /** What a field of the filter says. */
    public String given(String name) {
        return given.get(name);
    }

    /** The filter as members of a form. */
    public List<Map.Entry<String, String>> getGiven() {
        return List.copyOf(given.entrySet());
    }

    public boolean isFiltered() {
        return given.values().stream().anyMatch(value -> !value.isEmpty());
    }

    public List<Option> getKinds() {
        return options(
                Texts.of("audit.kind.all"),
                filter.kind(),
                Stream.concat(
                                Stream.of(AuditFilter.RECORDS),
                                Arrays.stream(AuditArea.values()).map(AuditArea::word))
                        .map(kind -> new Choice(kind, words.kind(kind, Texts.locale()))));
    }

    public List<Option> getObjects() {
        return options(
                Texts.of("audit.object.all"),
                given.get("object"),
                objects.all().stream().map(object -> new Choice(object.path(), Labels.plural(object, Texts.locale()))));
    }

    public List<Option> getPeople() {
        List<Choice> known = new ArrayList<>(people.choices("", MOST_PEOPLE));
        known.add(new Choice(AuditFilter.PRODUCT, AuditWords.text("by.product", Texts.locale())));
        String chosen = filter.person();
        if (known.stream().noneMatch(one -> one.id().equals(chosen))) {
            RecordId.parse(chosen)
                    .ifPresent(id -> known.add(
                            new Choice(chosen, people.names(List.of(id)).getOrDefault(id, chosen))));
        }
        return options(Texts.of("audit.person.all"), chosen, known.stream());
    }

    private static List<Option> options(String all, String chosen, Stream<Choice> choices) {
        return Stream.concat(
                        Stream.of(new Option("", all, chosen.isEmpty())),
                        choices.map(one ->
                                new Option(one.id(), one.label(), one.id().equals(chosen))))
                .toList();
    }

    /** Address of what is older; empty at the end. */
    public String getOlderHref() {
        return page().next()
                .map(cursor -> application() + ADDRESS + "?" + query() + "&cursor=" + cursor)
                .orElse("");
    }

    public String getPlainHref() {
        return application() + ADDRESS;
    }

    private String query() {
        return given.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Writes all that the filter lets through to a file, as a job. */
    public void export() {
        Pages.goTo("/app/jobs/" + export.submit(filter).id());
    }

    private String application() {
        return request.getContextPath();
    }
}
