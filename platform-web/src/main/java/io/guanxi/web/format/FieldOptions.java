package io.guanxi.web.format;

import com.ibm.icu.util.TimeZone;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.people.People;
import io.guanxi.kernel.query.Choice;
import io.guanxi.kernel.tag.TagNames;
import io.guanxi.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What may be chosen for a field, worded and ordered for the reader. */
@Named("options")
@RequestScoped
public class FieldOptions {

    /** Companies have hundreds of people at most who work in the product; more are found by typing. */
    private static final int MEMBERS = 200;

    /** Tags offered for choice. */
    private static final int TAGS = 500;

    private static final List<String> LANGUAGES = List.of(
            "ar", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hi", "hu", "id", "it", "ja", "ko", "ms", "nb",
            "nl", "pl", "pt", "pt-BR", "ro", "ru", "sk", "sv", "th", "tr", "uk", "vi", "zh", "zh-CN", "zh-TW");

    @Inject
    private Texts texts;

    @Inject
    private FieldValues values;

    @Inject
    private VisibleObjects registry;

    @Inject
    private People members;

    @Inject
    private TagNames tags;

    private final Map<String, List<SelectItem>> cache = new HashMap<>();

    private List<Choice> people;

    /** Items for a field with a closed set of values; empty for fields that are typed or looked up. */
    public List<SelectItem> of(ObjectDescriptor object, FieldDescriptor field) {
        return switch (field.type()) {
            case CHOICE, MULTI_CHOICE ->
                field.options().stream()
                        .map(o -> new SelectItem(o, Labels.option(object, field, o, texts.locale())))
                        .toList();
            case COUNTRY -> getCountries();
            case CURRENCY -> getCurrencies();
            case LANGUAGE -> getLanguages();
            case TIME_ZONE -> getTimeZones();
            case BOOLEAN -> List.of(new SelectItem("true", texts.of("yes")), new SelectItem("false", texts.of("no")));
            case OBJECT ->
                registry.all().stream()
                        .map(o -> new SelectItem(o.path(), Labels.singular(o, texts.locale())))
                        .toList();
            case TAGS ->
                tags.beginning("", TAGS).stream()
                        .map(name -> new SelectItem(name, name))
                        .toList();
            case MEMBER ->
                people().stream().map(p -> new SelectItem(p.id(), p.label())).toList();
            default -> List.of();
        };
    }

    /**
     * The same with the value there is: one that came from elsewhere, such as a language of one country alone, must not be
     * lost because nobody would choose it.
     *
     * @param current external form; null or empty for none
     */
    public List<SelectItem> with(ObjectDescriptor object, FieldDescriptor field, String current) {
        List<SelectItem> items = of(object, field);
        if (current == null
                || current.isEmpty()
                || items.isEmpty()
                || items.stream().anyMatch(item -> current.equals(item.getValue()))) {
            return items;
        }
        List<SelectItem> all = new ArrayList<>(items);
        all.add(new SelectItem(current, values.text(object, field, current, null)));
        return all;
    }

    /** The kinds an element of a list field may have. */
    public List<SelectItem> kinds(ObjectDescriptor object, FieldDescriptor field) {
        return field.options().stream()
                .map(o -> new SelectItem(o, Labels.option(object, field, o, texts.locale())))
                .toList();
    }

    public List<SelectItem> getCountries() {
        return cached("countries", Arrays.stream(Locale.getISOCountries()), values.formats()::country);
    }

    /** The currencies that some country pays in today. */
    public List<SelectItem> getCurrencies() {
        return cached(
                "currencies",
                Arrays.stream(Locale.getISOCountries())
                        .map(country -> Currency.getInstance(
                                new Locale.Builder().setRegion(country).build()))
                        .filter(Objects::nonNull)
                        .map(Currency::getCurrencyCode)
                        .distinct(),
                values.formats()::currency);
    }

    public List<SelectItem> getLanguages() {
        return cached("languages", LANGUAGES.stream(), values.formats()::language);
    }

    public List<SelectItem> getTimeZones() {
        return cached(
                "zones",
                TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null).stream(),
                values.formats()::timeZone);
    }

    private List<SelectItem> cached(String key, Stream<String> codes, UnaryOperator<String> label) {
        Collator order = Collator.getInstance(texts.locale());
        return cache.computeIfAbsent(
                key,
                k -> codes.map(c -> new SelectItem(c, label.apply(c)))
                        .sorted(Comparator.comparing(SelectItem::getLabel, order))
                        .toList());
    }

    private List<Choice> people() {
        if (people == null) {
            people = members.choices("", MEMBERS);
        }
        return people;
    }

    /** Name of one of the people; their id when it is nobody's. */
    public String member(String id) {
        return people().stream()
                .filter(p -> p.id().equals(id))
                .map(Choice::label)
                .findFirst()
                .orElse(id);
    }
}
