package io.guanxi.web.format;

import io.guanxi.customers.classes.Classification;
import io.guanxi.customers.classes.CustomerClasses;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.kernel.record.RichText;
import io.guanxi.kernel.tag.TagNames;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.web.format.Shown.Kind;
import io.guanxi.web.format.Shown.Part;
import io.guanxi.web.shell.CurrentTenant;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.PersonalSettings;
import io.guanxi.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns external forms of fields into what the reader sees. */
@RequestScoped
public class FieldValues {

    private static final List<String> COLOURS = List.of("blue", "green", "ochre", "plum", "teal", "orange", "gray");

    @Inject
    private PersonalSettings settings;

    @Inject
    private CurrentTenant tenant;

    @Inject
    private VisibleObjects registry;

    @Inject
    private Texts texts;

    @Inject
    private Here here;

    @Inject
    private TagNames tags;

    @Inject
    private Classification classes;

    private Formats formats;
    private Map<String, String> tagColours;
    private Map<String, String> classColours;

    public Formats formats() {
        if (formats == null) {
            String home = tenant.find().map(Tenant::country).orElse("");
            formats = new Formats(settings.locale(), settings.zone(), home);
        }
        return formats;
    }

    /** A field of a record; {@code brief} shortens amounts and times for lists and key figures. */
    public Shown show(ObjectDescriptor object, FieldDescriptor field, RecordView record, boolean brief) {
        return show(object, field, record.value(field.name()), record.labels().get(field.name()), brief);
    }

    /**
     * @param value external form; null gives nothing to show
     * @param label name of the record or member that {@code value} points to
     */
    public Shown show(ObjectDescriptor object, FieldDescriptor field, Object value, String label, boolean brief) {
        if (value == null || value.toString().isEmpty()) {
            return Shown.NOTHING;
        }
        String text = value.toString();
        return switch (field.type()) {
            case TEXT -> Shown.of(Kind.TEXT, Part.of(text));
            case LONG_TEXT -> Shown.of(Kind.LINES, Part.of(text));
            case RICH_TEXT ->
                brief
                        ? Shown.of(Kind.LINES, Part.of(RichText.text(text)))
                        : Shown.of(Kind.MARKUP, Part.of(RichText.text(text)).noted(RichText.clean(text)));
            case INTEGER, DECIMAL -> Shown.of(Kind.NUMBER, Part.of(formats().number(new BigDecimal(text))));
            case PERCENT -> Shown.of(Kind.NUMBER, Part.of(formats().percent(new BigDecimal(text))));
            case MONEY -> Shown.of(Kind.NUMBER, money((Map<?, ?>) value, brief));
            case BOOLEAN -> Shown.of(Kind.TEXT, Part.of(texts.of(Boolean.parseBoolean(text) ? "yes" : "no")));
            case DATE -> Shown.of(Kind.TEXT, Part.of(formats().date(LocalDate.parse(text))));
            case INSTANT -> Shown.of(Kind.TEXT, time(Instant.parse(text), brief));
            case TIME -> Shown.of(Kind.TEXT, Part.of(formats().timeOfDay(LocalTime.parse(text))));
            case MULTI_CHOICE -> choices(object, field, value);
            case CHOICE ->
                new Shown(
                        Kind.BADGE,
                        List.of(Part.of(Labels.option(object, field, text, texts.locale()))),
                        colour(field, text));
            case EMAIL -> Shown.of(Kind.LINKS, mail(text));
            case PHONE -> Shown.of(Kind.LINKS, phone(text));
            case URL -> Shown.of(Kind.LINKS, web(text));
            case COUNTRY -> Shown.of(Kind.TEXT, Part.of(formats().country(text)));
            case CURRENCY -> Shown.of(Kind.TEXT, Part.of(formats().currency(text)));
            case LANGUAGE -> Shown.of(Kind.TEXT, Part.of(formats().language(text)));
            case TIME_ZONE -> Shown.of(Kind.TEXT, Part.of(formats().timeZone(text)));
            case OBJECT ->
                Shown.of(
                        Kind.TEXT,
                        Part.of(registry.findByPath(text)
                                .map(named -> Labels.singular(named, texts.locale()))
                                .orElse(text)));
            case REFERENCE ->
                field.reference().equals(CustomerClasses.OBJECT)
                        ? customerClass(text, label)
                        : Shown.of(Kind.LINKS, record(field, text, label));
            case MEMBER -> Shown.of(Kind.PERSON, person(text, label));
            case PHONES -> list(object, field, value, e -> phone(string(e, "number")));
            case EMAILS -> list(object, field, value, e -> mail(string(e, "address")));
            case ADDRESSES -> list(object, field, value, e -> Part.of(Addresses.line(e, formats())));
            case TAGS -> tags(value);
        };
    }

    /** A class has a colour, by which it is known in lists. */
    private Shown customerClass(String id, String label) {
        if (classColours == null) {
            classColours = classes.colours();
        }
        return new Shown(
                Kind.BADGE, List.of(Part.of(label == null ? id : label)), classColours.getOrDefault(id, "gray"));
    }

    /** In a filter a choice stands alone. */
    private Shown choices(ObjectDescriptor object, FieldDescriptor field, Object value) {
        List<?> chosen = value instanceof List<?> list ? list : List.of(value);
        return new Shown(
                Kind.TAGS,
                chosen.stream()
                        .map(String::valueOf)
                        .map(option -> Part.of(Labels.option(object, field, option, texts.locale()))
                                .noted(colour(field, option)))
                        .toList(),
                "");
    }

    private static String colour(FieldDescriptor field, String option) {
        return COLOURS.get(Math.max(0, field.options().indexOf(option)) % COLOURS.size());
    }

    /** In a filter a tag stands alone. */
    private Shown tags(Object value) {
        if (tagColours == null) {
            tagColours = tags.colours();
        }
        List<?> names = value instanceof List<?> list ? list : List.of(value);
        return new Shown(
                Kind.TAGS,
                names.stream()
                        .map(String::valueOf)
                        .map(name -> Part.of(name).noted(tagColours.getOrDefault(name, "gray")))
                        .toList(),
                "");
    }

    /** A value in one line without links, for the history and for conflicts. */
    public String text(ObjectDescriptor object, FieldDescriptor field, Object value, String label) {
        return show(object, field, value, label, false).parts().stream()
                .map(Part::text)
                .collect(Collectors.joining(texts.of("list.separator")));
    }

    private Part money(Map<?, ?> value, boolean brief) {
        BigDecimal amount = new BigDecimal(string(value, "amount"));
        String currency = string(value, "currency");
        String full = formats().money(amount, currency);
        return Part.of(brief ? formats().moneyShort(amount, currency) : full).titled(full);
    }

    private Part time(Instant instant, boolean brief) {
        String full = formats().instant(instant);
        return Part.of(brief ? formats().ago(instant, Instant.now()) : full).titled(full);
    }

    private Part phone(String number) {
        return Part.link(formats().phone(number), "tel:" + number.replaceAll("[^+0-9]", ""));
    }

    private static Part mail(String address) {
        return Part.link(address, "mailto:" + address);
    }

    /** Only http and https lead anywhere: a {@code javascript:} address stays text. */
    static Part web(String address) {
        boolean safe = address.matches("(?i)https?://[^\\s\"<>]+");
        String shown = address.replaceFirst("(?i)^https?://(www\\.)?", "").replaceFirst("/$", "");
        return safe
                ? Part.link(
                        shown,
                        URI.create(address.replaceAll("[\\[\\]{}|^`\\\\]", "")).toASCIIString())
                : Part.of(address);
    }

    private Part record(FieldDescriptor field, String id, String label) {
        String path = registry.require(field.reference()).path();
        return Part.link(label == null ? id : label, here.href(path + "/" + id));
    }

    private Part person(String id, String label) {
        String name = label == null ? id : label;
        return new Part(name, "", "", "", Avatar.of(name));
    }

    private Shown list(ObjectDescriptor object, FieldDescriptor field, Object value, Function<Map<?, ?>, Part> part) {
        List<Part> parts = ((List<?>) value)
                .stream()
                        .map(e -> (Map<?, ?>) e)
                        .map(e -> part.apply(e).noted(note(object, field, e)))
                        .toList();
        return new Shown(Kind.LINKS, parts, "");
    }

    private String note(ObjectDescriptor object, FieldDescriptor field, Map<?, ?> element) {
        String label = string(element, "label");
        return field.options().contains(label) ? Labels.option(object, field, label, texts.locale()) : label;
    }

    private static String string(Map<?, ?> map, String key) {
        Object value = map.get(key);
        return value == null ? "" : value.toString();
    }
}
