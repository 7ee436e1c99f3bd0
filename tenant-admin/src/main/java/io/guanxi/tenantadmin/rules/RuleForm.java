package io.guanxi.tenantadmin.rules;

import io.guanxi.kernel.validation.ValidationRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is being typed about one rule. */
public class RuleForm {

    private static final String ENGLISH = "en";
    private static final String CHINESE = "zh-CN";

    private final Map<String, String> otherMessages = new LinkedHashMap<>();
    private boolean open;
    private String id;
    private String name;
    private String condition;
    private String english;
    private String chinese;
    private String field;
    private boolean active = true;

    void begin() {
        open = true;
    }

    void edit(String ruleId, ValidationRule rule) {
        open = true;
        id = ruleId;
        name = rule.name();
        condition = rule.condition();
        english = rule.messages().get(ENGLISH);
        chinese = rule.messages().get(CHINESE);
        otherMessages.putAll(rule.messages());
        field = rule.field();
        active = rule.active();
    }

    ValidationRule rule(String object) {
        Map<String, String> messages = new LinkedHashMap<>(otherMessages);
        put(messages, ENGLISH, english);
        put(messages, CHINESE, chinese);
        return new ValidationRule(
                object,
                name == null ? null : name.strip(),
                condition,
                messages,
                field == null || field.isBlank() ? null : field,
                active);
    }

    private static void put(Map<String, String> messages, String language, String text) {
        if (text == null || text.isBlank()) {
            messages.remove(language);
        } else {
            messages.put(language, text.strip());
        }
    }

    public boolean isOpen() {
        return open;
    }

    public boolean isNew() {
        return id == null;
    }

    public String getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getCondition() {
        return condition;
    }

    /** Browsers send line breaks as two characters; places in the source are counted with one. */
    public void setCondition(String condition) {
        this.condition = condition == null ? null : condition.replace("\r\n", "\n");
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

    public String getField() {
        return field;
    }

    public void setField(String field) {
        this.field = field;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
