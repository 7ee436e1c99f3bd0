package io.guanxi.web.shell;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.RecordPage;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.query.SortKey;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.web.format.Avatar;
import io.guanxi.web.format.FieldValues;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is, and what changed last. */
@Named("home")
@RequestScoped
public class HomePage {

    private static final int RECENT = 8;

    /** The page counts and lists the records of each object it shows: of the tenant's own it shows the first. */
    private static final int OWN = 6;

    @Inject
    private VisibleObjects registry;

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

    private List<Card> objects;

    /**
     * @param importHref empty when the caller may not create records
     */
    public record Card(
            String label,
            String icon,
            String href,
            String count,
            String importHref,
            boolean people,
            List<Recent> recent) {}

    public record Recent(String title, String href, Avatar avatar, String detail, String ago, String at) {}

    public List<Card> getObjects() {
        if (objects == null) {
            // What people work with; parts stand on their whole, and what the product is set up by is no news.
            List<ObjectDescriptor> readable = registry.all().stream()
                    .filter(ObjectDescriptor::archivable)
                    .filter(o -> policy.allows(o, Operation.READ))
                    .toList();
            objects = Stream.concat(
                            readable.stream().filter(o -> !o.isCustom()),
                            readable.stream().filter(ObjectDescriptor::isCustom).limit(OWN))
                    .flatMap(object -> card(object).stream())
                    .toList();
        }
        return objects;
    }

    /** Empty when an admin has taken the object away meanwhile. */
    private Optional<Card> card(ObjectDescriptor object) {
        try {
            return Optional.of(card(
                    object,
                    records.list(
                            object.name(),
                            RecordQuery.all()
                                    .sort(List.of(new SortKey("updatedAt", true)))
                                    .limit(RECENT)
                                    .counted()
                                    .withLabels())));
        } catch (RecordNotFound gone) {
            return Optional.empty();
        }
    }

    private Card card(ObjectDescriptor object, RecordPage page) {
        String href = here.href(object.path());
        return new Card(
                Labels.plural(object, texts.locale()),
                object.icon(),
                href,
                page.total()
                        .map(t -> values.formats().count(t.count()) + (t.atLeast() ? "+" : ""))
                        .orElse(""),
                policy.allows(object, Operation.CREATE) ? href + "/import" : "",
                object.icon().startsWith("pi-user"),
                page.items().stream().map(r -> recent(object, r)).toList());
    }

    private Recent recent(ObjectDescriptor object, RecordView record) {
        String title = record.text(object.titleField());
        Instant at = Instant.parse(record.text("updatedAt"));
        FieldDescriptor second = object.listColumns().stream()
                .filter(n -> !n.equals(object.titleField()))
                .map(object::require)
                .findFirst()
                .orElse(object.require(object.titleField()));
        return new Recent(
                title.isEmpty() ? texts.of("record.untitled") : title,
                here.href(object.path() + "/" + record.id()),
                Avatar.of(title),
                values.text(
                        object,
                        second,
                        record.value(second.name()),
                        record.labels().get(second.name())),
                values.formats().ago(at, Instant.now()),
                values.formats().instant(at));
    }

    /** Nothing is there yet: the page says how to begin. */
    public boolean isBlank() {
        return getObjects().stream().allMatch(c -> c.recent().isEmpty());
    }
}
