package io.guanxi.tenantadmin.classes;

import io.guanxi.customers.classes.ClassView;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is being typed about one class. */
public class ClassForm {

    private String id = "";
    private String name;
    private String position;
    private String colour = "gray";
    private String phase;
    private String rule;
    private String description;
    private String manager;
    private String cadence;
    private String automation;
    private String discount;

    void edit(ClassView one) {
        id = one.id();
        name = one.name();
        position = String.valueOf(one.position());
        colour = one.colour();
        phase = one.phase();
        rule = one.rule();
        description = one.description();
        manager = one.manager().orElse("");
        cadence = one.cadenceDays().map(String::valueOf).orElse("");
        automation = one.automation();
        discount = one.discountLimit()
                .map(limit -> limit.stripTrailingZeros().toPlainString())
                .orElse("");
    }

    /** Input for the record; what is empty clears its field. */
    Map<String, Object> input() {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("name", text(name));
        input.put("position", number(position));
        input.put("colour", text(colour));
        input.put("phase", text(phase));
        input.put("rule", text(rule));
        input.put("description", text(description));
        input.put("manager", text(manager));
        input.put("cadenceDays", number(cadence));
        input.put("automation", text(automation));
        input.put("discountLimit", number(discount));
        return input;
    }

    private static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** A number where one was typed; anything else as it is, to be refused by the record. */
    private static Object number(String typed) {
        String text = text(typed);
        return text != null && text.matches("-?\\d{1,15}([.,]\\d{1,4})?")
                ? new BigDecimal(text.replace(',', '.'))
                : text;
    }

    public boolean isNew() {
        return id.isEmpty();
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

    public String getPosition() {
        return position;
    }

    public void setPosition(String position) {
        this.position = position;
    }

    public String getColour() {
        return colour;
    }

    public void setColour(String colour) {
        this.colour = colour;
    }

    public String getPhase() {
        return phase;
    }

    public void setPhase(String phase) {
        this.phase = phase;
    }

    public String getRule() {
        return rule;
    }

    public void setRule(String rule) {
        this.rule = rule;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getManager() {
        return manager;
    }

    public void setManager(String manager) {
        this.manager = manager;
    }

    public String getCadence() {
        return cadence;
    }

    public void setCadence(String cadence) {
        this.cadence = cadence;
    }

    public String getAutomation() {
        return automation;
    }

    public void setAutomation(String automation) {
        this.automation = automation;
    }

    public String getDiscount() {
        return discount;
    }

    public void setDiscount(String discount) {
        this.discount = discount;
    }
}
