package io.guanxi.web.shell;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.query.RecordPage;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.web.format.Avatar;
import io.guanxi.web.format.FieldValues;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Records of every kind that have the words typed at the top of the page. */
@Named("search")
@RequestScoped
public class SearchPage {

    private static final int FIRST = 10;
    private static final int LONGEST = 200;
    private static final int DETAILS = 3;

    @Inject
    private HttpServletRequest request;

    @Inject
    private ObjectRegistry registry;

    @Inject
    private AccessPolicy policy;

    @Inject
    private RecordService records;

    @Inject
    private FieldValues values;

    @Inject
    private Texts texts;

    @Inject
    private Here here;

    private String words;
    private List<Group> groups;

    /** Hits of one object; {@code allHref} leads to its list with the same words. */
    public record Group(String label, String count, List<Hit> hits, String allHref, boolean people) {}

    public record Hit(String title, String detail, String href, Avatar avatar) {}

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

    /** The groups with hits; empty when nothing was typed. */
    public List<Group> getGroups() {
        if (groups == null) {
            groups = words.isEmpty()
                    ? List.of()
                    : registry.all().stream()
                            .filter(o -> policy.allows(o, Operation.READ))
                            .map(this::group)
                            .filter(g -> !g.hits().isEmpty())
                            .toList();
        }
        return groups;
    }

    private Group group(ObjectDescriptor object) {
        RecordPage page = records.list(
                object.name(),
                RecordQuery.all().text(words).limit(FIRST).counted().withLabels());
        return new Group(
                Labels.plural(object, texts.locale()),
                page.total()
                        .map(t -> values.formats().count(t.count()) + (t.atLeast() ? "+" : ""))
                        .orElse(""),
                page.items().stream().map(r -> hit(object, r)).toList(),
                here.href(object.path()) + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8),
                object.icon().startsWith("pi-user"));
    }

    private Hit hit(ObjectDescriptor object, RecordView record) {
        String title = record.text(object.titleField());
        String detail = object.listColumns().stream()
                .filter(n -> !n.equals(object.titleField()))
                .map(object::require)
                .map(f -> text(object, f, record))
                .filter(t -> !t.isEmpty())
                .limit(DETAILS)
                .collect(Collectors.joining(" · "));
        return new Hit(
                title.isEmpty() ? texts.of("record.untitled") : title,
                detail,
                here.href(object.path() + "/" + record.id()),
                Avatar.of(title));
    }

    private String text(ObjectDescriptor object, FieldDescriptor field, RecordView record) {
        return values.text(
                object, field, record.value(field.name()), record.labels().get(field.name()));
    }
}
