package io.guanxi.kernel.imports;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ListMembers;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.RelatedList;
import io.guanxi.kernel.record.LookUp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the columns of a file may fill, by the descriptors: the fields a person may set, each kind of phone, e-mail and
 * address, and the same of the companions. Records pointed to are named by what files know of them – their id in the system
 * the file comes from, a unique field, their name – since files do not know ids; members are not among the targets.
 */
public final class ImportTargets {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
    private static final String SEPARATOR = " · ";
    private static final String NAME = "name";

    private final ObjectDescriptor object;
    private final String companion;
    private final Function<String, ObjectDescriptor> objects;
    private final Locale locale;
    private final List<ImportTarget> targets = new ArrayList<>();

    private ImportTargets(
            ObjectDescriptor object, String companion, Function<String, ObjectDescriptor> objects, Locale locale) {
        this.object = object;
        this.objects = objects;
        this.companion = companion;
        this.locale = locale;
    }

    /**
     * @param objects descriptors by name, for the companions and what is pointed to
     * @param locale  of the labels; headings are known in every language of the product
     */
    public static List<ImportTarget> of(
            ObjectDescriptor object, Function<String, ObjectDescriptor> objects, Locale locale) {
        List<ImportTarget> all = new ArrayList<>(new ImportTargets(object, "", objects, locale).collect());
        Set<String> taken = all.stream()
                .flatMap(target -> target.aliases().stream())
                .map(ImportTargets::comparable)
                .collect(Collectors.toSet());
        for (RelatedList companion : object.companions()) {
            new ImportTargets(objects.apply(companion.object()), companion.object(), objects, locale)
                    .collect().stream().map(target -> without(taken, target)).forEach(all::add);
        }
        return List.copyOf(all);
    }

    /** The target of a companion without headings that mean something of the object itself. */
    private static ImportTarget without(Set<String> taken, ImportTarget target) {
        List<String> aliases = target.aliases().stream()
                .filter(alias -> !taken.contains(comparable(alias)))
                .toList();
        return new ImportTarget(
                target.path(), target.label(), aliases, target.type(), target.required(), target.choices());
    }

    private static String comparable(String heading) {
        return Heading.of(heading).joined();
    }

    private List<ImportTarget> collect() {
        object.find(NAME)
                .filter(name -> name.readOnly() && object.find("lastName").isPresent())
                .ifPresent(name -> add(TargetPath.FULL_NAME, name, name.synonyms(), List.of()));
        if (companion.isEmpty()) {
            object.find(TargetPath.EXTERNAL_ID).ifPresent(this::addExternalId);
        }
        for (FieldDescriptor field : object.editableFields()) {
            if (field.type().isList()) {
                addElements(field);
            } else if (field.type() == FieldType.REFERENCE) {
                addLookUps(field);
            } else if (field.type() != FieldType.MEMBER) {
                add(field.name(), field, field.synonyms(), List.of(field.name()));
            }
        }
        return targets;
    }

    private void add(String path, FieldDescriptor field, List<String> synonyms, List<String> more) {
        List<String> labels = LANGUAGES.stream()
                .map(language -> Labels.field(object, field, language))
                .toList();
        List<String> plain = joined(labels, synonyms, more);
        targets.add(new ImportTarget(
                pathOf(path),
                labelOf(Labels.field(object, field, locale)),
                joined(plain, prefixed(plain), List.of()),
                field.type(),
                field.required() && companion.isEmpty(),
                choices(field)));
    }

    /** {@code customerNo}, {@code Account ID}, {@code 客户编号}: any word for the object with one for a key. */
    private void addExternalId(FieldDescriptor field) {
        List<String> keys = KnownHeadings.keys();
        List<String> titles =
                KnownHeadings.prefixed(object.require(object.titleField()).synonyms(), keys);
        add(TargetPath.EXTERNAL_ID, field, joined(keys, titles, prefixed(keys)), List.of());
    }

    /** {@code customerID}, {@code Account Name}, {@code 产品编号}: words for what is pointed to with a word for its key. */
    private void addLookUps(FieldDescriptor field) {
        if (!companion.isEmpty()) {
            return;
        }
        ObjectDescriptor target = objects.apply(field.reference());
        boolean toItself = target.name().equals(object.name());
        FieldDescriptor title = target.require(target.titleField());
        List<String> own = joined(
                LANGUAGES.stream().map(l -> Labels.field(object, field, l)).toList(),
                field.synonyms(),
                List.of(field.name()));
        List<String> others =
                LANGUAGES.stream().map(l -> Labels.singular(target, l)).toList();
        List<String> names = toItself ? own : joined(own, others, title.synonyms());
        target.fields().values().stream()
                .filter(key -> isKey(key) && !key.equals(title))
                .forEach(key -> addLookUp(
                        field,
                        target,
                        key,
                        joined(
                                KnownHeadings.prefixed(names, headings(target, key)),
                                toItself ? List.of() : key.synonyms(),
                                toItself ? List.of() : List.of(Labels.field(target, key, Locale.SIMPLIFIED_CHINESE)))));
        addLookUp(
                field, target, target.require(LookUp.EXTERNAL_ID), KnownHeadings.prefixed(names, KnownHeadings.keys()));
        addLookUp(
                field, target, title, joined(names, KnownHeadings.prefixed(names, headings(target, title)), List.of()));
    }

    /** Numbers that tell records apart are a tenant's own: those of the product are texts. */
    private static boolean isKey(FieldDescriptor field) {
        return field.unique() && (field.type().isText() || field.isCustom() && field.type() == FieldType.INTEGER);
    }

    private static List<String> headings(ObjectDescriptor object, FieldDescriptor field) {
        return joined(
                LANGUAGES.stream().map(l -> Labels.field(object, field, l)).toList(),
                field.synonyms(),
                List.of(field.name()));
    }

    private void addLookUp(FieldDescriptor field, ObjectDescriptor target, FieldDescriptor key, List<String> headings) {
        targets.add(new ImportTarget(
                pathOf(field.name() + "[" + key.name() + "]"),
                labelOf(Labels.field(object, field, locale) + SEPARATOR + Labels.field(target, key, locale)),
                headings,
                FieldType.REFERENCE,
                false,
                Map.of()));
    }

    private void addElements(FieldDescriptor list) {
        for (String label : list.options()) {
            ListMembers.of(list).values().stream()
                    .filter(member -> !member.name().equals("label"))
                    .forEach(member -> addElement(list, label, member));
        }
    }

    private void addElement(FieldDescriptor list, String label, FieldDescriptor member) {
        boolean isAddress = list.type() == FieldType.ADDRESSES;
        List<String> headings = KnownHeadings.of(
                list.type(), label, member.name(), label.equals(list.options().get(0)));
        String kind = Labels.field(object, list, locale) + SEPARATOR + Labels.option(object, list, label, locale);
        targets.add(new ImportTarget(
                pathOf(list.name() + "[" + label + "]" + (isAddress ? "." + member.name() : "")),
                labelOf(isAddress ? kind + SEPARATOR + Labels.element(member.name(), locale) : kind),
                companion.isEmpty() ? joined(headings, prefixed(headings), List.of()) : prefixed(headings),
                member.type(),
                false,
                Map.of()));
    }

    /** Headings that name the object too: {@code contact phone}, {@code 联系人电话}. */
    private List<String> prefixed(List<String> headings) {
        List<String> names = LANGUAGES.stream()
                .map(language -> Labels.singular(object, language))
                .toList();
        return KnownHeadings.prefixed(joined(names, List.of(object.name()), List.of()), headings);
    }

    /** Options by their own names and their labels in every language. */
    private Map<String, String> choices(FieldDescriptor field) {
        Map<String, String> choices = new HashMap<>();
        if (field.type().hasOptions()) {
            for (String option : field.options()) {
                choices.put(comparable(option), option);
                LANGUAGES.forEach(language -> choices.putIfAbsent(
                        Heading.of(Labels.option(object, field, option, language))
                                .joined(),
                        option));
            }
        }
        return Map.copyOf(choices);
    }

    private String pathOf(String path) {
        return companion.isEmpty() ? path : companion + "." + path;
    }

    private String labelOf(String label) {
        return companion.isEmpty() ? label : Labels.singular(object, locale) + SEPARATOR + label;
    }

    private static List<String> joined(List<String> a, List<String> b, List<String> c) {
        return Stream.of(a, b, c).flatMap(List::stream).distinct().toList();
    }
}
