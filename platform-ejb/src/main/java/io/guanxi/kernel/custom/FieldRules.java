package io.guanxi.kernel.custom;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.object.CustomField;
import io.guanxi.kernel.object.Dependence;
import io.guanxi.kernel.object.FieldBuilder;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.LabelRules;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.rule.RuleEnvironment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a definition must be like; everything wrong is told at once, each at its place. */
public final class FieldRules {

    /** What fields of a tenant's own may hold. */
    public static final List<FieldType> TYPES = List.of(
            FieldType.TEXT,
            FieldType.LONG_TEXT,
            FieldType.RICH_TEXT,
            FieldType.INTEGER,
            FieldType.DECIMAL,
            FieldType.PERCENT,
            FieldType.MONEY,
            FieldType.BOOLEAN,
            FieldType.DATE,
            FieldType.INSTANT,
            FieldType.TIME,
            FieldType.CHOICE,
            FieldType.MULTI_CHOICE,
            FieldType.EMAIL,
            FieldType.PHONE,
            FieldType.URL,
            FieldType.REFERENCE,
            FieldType.MEMBER);

    static final int LONGEST_TEXT = 255;
    static final int LONGEST_LONG_TEXT = 20_000;
    static final int LONGEST_RICH_TEXT = 50_000;

    static final int LONGEST_LABEL = 80;
    private static final int LONGEST_HELP = 300;
    private static final int MOST_CHOICES = 500;

    /** Words that mean something else as members of records or in queries. */
    private static final Set<String> RESERVED =
            Set.of("id", "version", "deleted", "custom", "select", "from", "where", "and", "or", "not", "like", "me");

    private final ObjectRegistry objects;
    private final List<FieldError> errors = new ArrayList<>();

    FieldRules(ObjectRegistry objects) {
        this.objects = objects;
    }

    /**
     * @param object as the tenant has it now
     * @throws InvalidRecord with every error and its pointer
     */
    void check(ObjectDescriptor object, FieldDefinition field) {
        name(object, field);
        labels("/labels", field.labels(), LONGEST_LABEL, true);
        labels("/help", field.help(), LONGEST_HELP, false);
        if (!TYPES.contains(field.type())) {
            add("/type", "custom.type");
        }
        choices(field);
        dependence(object, field);
        if (field.type() == FieldType.REFERENCE
                && objects.all().stream().noneMatch(target -> target.name().equals(field.reference()))) {
            add("/reference", "custom.reference");
        }
        int longest = longest(field.type());
        if (field.maxLength() < 0 || field.maxLength() > longest) {
            add("/maxLength", "custom.maxLength", longest);
        }
        if (field.unique() && (!IndexedValue.isSortable(field.type()) || field.type() == FieldType.BOOLEAN)) {
            add("/unique", "custom.unique");
        }
        throwIfAny();
    }

    /** What may change of a definition: choices may be added, worded and ordered anew, and taken away. */
    void checkChange(ObjectDescriptor object, FieldDefinition before, FieldDefinition after) {
        labels("/labels", after.labels(), LONGEST_LABEL, true);
        labels("/help", after.help(), LONGEST_HELP, false);
        choices(after);
        dependence(object, after);
        if (!before.name().equals(after.name())) {
            add("/name", "custom.fixed");
        }
        if (before.type() != after.type()) {
            add("/type", "custom.fixed");
        }
        throwIfAny();
    }

    static int longest(FieldType type) {
        return switch (type) {
            case TEXT -> LONGEST_TEXT;
            case LONG_TEXT -> LONGEST_LONG_TEXT;
            case RICH_TEXT -> LONGEST_RICH_TEXT;
            case URL -> LONGEST_TEXT;
            default -> FieldBuilder.defaultLength(type);
        };
    }

    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
    }

    void add(String pointer, String code, Object... args) {
        errors.add(FieldError.of(pointer, code, args));
    }

    private void name(ObjectDescriptor object, FieldDefinition field) {
        String name = field.name();
        if (name == null || !name.matches("[a-z][A-Za-z0-9]{0,39}")) {
            add("/name", "custom.name");
        } else if (RESERVED.contains(name.toLowerCase(Locale.ROOT)) || RuleEnvironment.isReserved(name)) {
            add("/name", "custom.reserved", name);
        } else if (object.find(name).isPresent()
                || object.find(CustomField.PREFIX + name).isPresent()) {
            add("/name", "custom.taken", name);
        } else if (namesCurrency(object, field)) {
            add("/name", "custom.taken", name);
        }
    }

    /** Beside an amount its currency stands under the amount's name with this ending. */
    private static boolean namesCurrency(ObjectDescriptor object, FieldDefinition field) {
        String ending = "Currency";
        String name = CustomField.PREFIX + field.name();
        boolean ofOther = name.endsWith(ending)
                && object.find(name.substring(0, name.length() - ending.length()))
                        .filter(other -> other.type() == FieldType.MONEY)
                        .isPresent();
        return ofOther
                || field.type() == FieldType.MONEY && object.find(name + ending).isPresent();
    }

    void labels(String pointer, Map<String, String> texts, int longest, boolean required) {
        LabelRules.check(pointer, texts, longest, required, errors::add);
    }

    private void choices(FieldDefinition field) {
        if (!field.type().hasOptions()) {
            return;
        }
        if (field.choices().isEmpty()) {
            add("/choices", "required");
        }
        if (field.choices().size() > MOST_CHOICES) {
            add("/choices", "custom.tooManyChoices", MOST_CHOICES);
        }
        Set<String> known = new HashSet<>();
        for (int i = 0; i < field.choices().size(); i++) {
            FieldDefinition.Choice choice = field.choices().get(i);
            String pointer = "/choices/" + i;
            if (choice.value() == null || !choice.value().matches("[a-z0-9_]{1,40}")) {
                add(pointer + "/value", "custom.choice");
            } else if (!known.add(choice.value())) {
                add(pointer + "/value", "custom.choiceTwice", choice.value());
            }
            labels(pointer + "/labels", choice.labels(), LONGEST_LABEL, true);
        }
    }

    /** It must lead to another choice, and not back to the field. */
    private void dependence(ObjectDescriptor object, FieldDefinition field) {
        Dependence dependence = field.dependence();
        if (dependence == null) {
            return;
        }
        Optional<FieldDescriptor> on =
                object.find(String.valueOf(dependence.on())).filter(one -> one.type() == FieldType.CHOICE);
        if (!field.type().hasOptions()) {
            add("/dependsOn", "custom.dependsChoice");
        } else if (on.isEmpty()) {
            add("/dependsOn/field", "custom.dependsOn");
        } else if (leadsTo(object, on.get(), CustomField.PREFIX + field.name())) {
            add("/dependsOn/field", "custom.dependsOnItself");
        } else {
            Set<String> own =
                    field.choices().stream().map(FieldDefinition.Choice::value).collect(Collectors.toSet());
            dependence.offered().forEach((option, choices) -> {
                if (!on.get().options().contains(option) || !own.containsAll(choices)) {
                    add("/dependsOn/choices/" + option.replace("~", "~0").replace("/", "~1"), "custom.dependsUnknown");
                }
            });
        }
    }

    private static boolean leadsTo(ObjectDescriptor object, FieldDescriptor from, String name) {
        Optional<FieldDescriptor> at = Optional.of(from);
        for (int steps = 0; at.isPresent() && steps <= object.fields().size(); steps++) {
            if (at.get().name().equals(name)) {
                return true;
            }
            at = at.get().dependence().flatMap(next -> object.find(next.on()));
        }
        return false;
    }
}
