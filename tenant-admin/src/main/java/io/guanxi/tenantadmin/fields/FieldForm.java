package io.guanxi.tenantadmin.fields;

import io.guanxi.kernel.custom.FieldDefinition;
import io.guanxi.kernel.custom.Formulas;
import io.guanxi.kernel.object.Computation;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.tenantadmin.page.ProgramNames;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is being typed about one field. */
public class FieldForm {

    private static final Set<String> YES = Set.of("true", "yes", "是");
    private static final Set<String> NO = Set.of("false", "no", "否");
    private static final String ENGLISH = "en";
    private static final String CHINESE = "zh-CN";

    private static final int LONGEST_NAME = 40;

    private String id;
    private FieldType type;
    private String name;
    private String english;
    private String chinese;
    private String helpEnglish;
    private String helpChinese;
    private String choices;
    private String target;
    private String defaultValue;
    private boolean required;
    private boolean unique;
    private boolean sensitive;
    private FieldKind kind = FieldKind.FILLED;
    private String formula;
    private String numbering;
    private final RollUpForm rollUp = new RollUpForm();
    private final DependenceForm dependence = new DependenceForm();

    void begin(FieldType newType) {
        type = newType;
    }

    void begin(FieldKind computed) {
        kind = computed;
        type = computed == FieldKind.NUMBERING ? FieldType.TEXT : FieldType.DECIMAL;
    }

    void edit(String fieldId, FieldDefinition field) {
        id = fieldId;
        type = field.type();
        name = field.name();
        english = field.labels().get(ENGLISH);
        chinese = field.labels().get(CHINESE);
        helpEnglish = field.help().get(ENGLISH);
        helpChinese = field.help().get(CHINESE);
        choices = ChoiceText.write(field.choices());
        dependence.edit(field);
        target = field.reference();
        required = field.required();
        unique = field.unique();
        sensitive = field.sensitive();
        kind = FieldKind.of(field.computation());
        formula = field.formula();
        if (field.computation() instanceof Computation.RollUp summed) {
            rollUp.edit(summed);
        } else if (field.computation() instanceof Computation.Numbering numbered) {
            numbering = numbered.format();
        }
        defaultValue =
                field.defaultValue() == null ? null : field.defaultValue().toString();
    }

    /**
     * @param options of the field on which choices depend
     */
    FieldDefinition definition(String object, List<String> options) {
        List<FieldDefinition.Choice> typed = isChoice() ? ChoiceText.read(choices) : List.of();
        return new FieldDefinition(
                object,
                name == null || name.isBlank() ? suggested() : name.strip(),
                type,
                texts(english, chinese),
                texts(helpEnglish, helpChinese),
                typed,
                isChoice() ? dependence.dependence(options, typed) : null,
                isPointing() ? target : null,
                0,
                required,
                unique,
                sensitive,
                value(),
                computation());
    }

    private Computation computation() {
        return switch (kind) {
            case FILLED -> null;
            case FORMULA -> new Computation.Formula(formula);
            case ROLL_UP -> rollUp.computation();
            case NUMBERING -> new Computation.Numbering(numbering == null ? null : numbering.strip());
        };
    }

    /** The label as programs write names; null when it gives none. */
    private String suggested() {
        String label = english == null || english.isBlank() ? chinese : english;
        String made = ProgramNames.camel(label, LONGEST_NAME);
        return made.isEmpty() ? null : made;
    }

    private Object value() {
        if (!isDefaultable() || defaultValue == null || defaultValue.isBlank()) {
            return null;
        }
        String typed = defaultValue.strip();
        return switch (type) {
            case BOOLEAN -> yesOrNo(typed);
            case INTEGER, DECIMAL, PERCENT ->
                typed.matches("[+-]?\\d{1,18}(\\.\\d{1,10})?") ? new BigDecimal(typed) : typed;
            case CHOICE -> ChoiceText.stored(ChoiceText.read(choices), typed);
            default -> typed;
        };
    }

    /** Whether yes or no was typed; the text itself when neither was, which is refused at the field. */
    private static Object yesOrNo(String typed) {
        String word = typed.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return Boolean.TRUE;
        }
        return NO.contains(word) ? Boolean.FALSE : typed;
    }

    private static Map<String, String> texts(String inEnglish, String inChinese) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (inEnglish != null && !inEnglish.isBlank()) {
            texts.put(ENGLISH, inEnglish.strip());
        }
        if (inChinese != null && !inChinese.isBlank()) {
            texts.put(CHINESE, inChinese.strip());
        }
        return texts;
    }

    public boolean isOpen() {
        return type != null;
    }

    public boolean isNew() {
        return id == null;
    }

    public boolean isChoice() {
        return type != null && type.hasOptions();
    }

    public boolean isPointing() {
        return type == FieldType.REFERENCE;
    }

    /** Whether records can begin with a value that is the same for all. */
    public boolean isDefaultable() {
        return type != null
                && kind == FieldKind.FILLED
                && switch (type) {
                    case TEXT, INTEGER, DECIMAL, PERCENT, BOOLEAN, CHOICE, DATE, TIME -> true;
                    default -> false;
                };
    }

    /** Whether values can be told apart. */
    public boolean isDistinct() {
        return type != null
                && kind == FieldKind.FILLED
                && switch (type) {
                    case TEXT, INTEGER, DECIMAL, EMAIL, PHONE, URL -> true;
                    default -> false;
                };
    }

    public FieldKind getKind() {
        return kind;
    }

    /** Whether people fill it in. */
    public boolean isFilled() {
        return kind == FieldKind.FILLED;
    }

    public boolean isCalculated() {
        return kind == FieldKind.FORMULA;
    }

    public boolean isSummed() {
        return kind == FieldKind.ROLL_UP;
    }

    public boolean isNumbered() {
        return kind == FieldKind.NUMBERING;
    }

    public DependenceForm getDependence() {
        return dependence;
    }

    public RollUpForm getRollUp() {
        return rollUp;
    }

    public String getNumbering() {
        return numbering;
    }

    public void setNumbering(String numbering) {
        this.numbering = numbering;
    }

    public String getFormula() {
        return formula;
    }

    /** Browsers send line breaks as two characters; places in the source are counted with one. */
    public void setFormula(String formula) {
        this.formula = formula == null ? null : formula.replace("\r\n", "\n");
    }

    /** What a formula gives, by name of the type. */
    public String getResult() {
        return type == null ? null : type.name();
    }

    public void setResult(String result) {
        Formulas.TYPES.stream().filter(one -> one.name().equals(result)).forEach(one -> type = one);
    }

    public String getId() {
        return id;
    }

    public FieldType getType() {
        return type;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEnglish() {
        return english;
    }

    public void setEnglish(String english) {
        this.english = english;
    }

    public String getChinese() {
        return chinese;
    }

    public void setChinese(String chinese) {
        this.chinese = chinese;
    }

    public String getHelpEnglish() {
        return helpEnglish;
    }

    public void setHelpEnglish(String help) {
        helpEnglish = help;
    }

    public String getHelpChinese() {
        return helpChinese;
    }

    public void setHelpChinese(String help) {
        helpChinese = help;
    }

    public String getChoices() {
        return choices;
    }

    public void setChoices(String choices) {
        this.choices = choices;
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public String getDefaultValue() {
        return defaultValue;
    }

    public void setDefaultValue(String value) {
        defaultValue = value;
    }

    public boolean isRequired() {
        return required;
    }

    public void setRequired(boolean required) {
        this.required = required;
    }

    public boolean isSensitive() {
        return sensitive;
    }

    public void setSensitive(boolean sensitive) {
        this.sensitive = sensitive;
    }

    public boolean isUnique() {
        return unique;
    }

    public void setUnique(boolean unique) {
        this.unique = unique;
    }
}
