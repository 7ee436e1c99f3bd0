package io.guanxi.web.edit;

import io.guanxi.kernel.imports.DateText;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ListMembers;
import io.guanxi.kernel.query.Choice;
import io.guanxi.kernel.record.RichText;
import io.guanxi.kernel.record.TextRules;
import io.guanxi.web.format.Formats;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is being typed into one field, and how it becomes the field's external form.
 *
 * <p>Judging the value is left to the service, which says everything that is wrong at once: a number that is none is
 * passed on as the text it is, and so is a date.
 */
public class FieldInput implements Serializable {

    private final String name;
    private final FieldType type;
    private final ZoneId zone;
    private final Locale locale;
    private final boolean dayFirst;
    private final List<String> members;
    private final String defaultKind;
    private final List<Map<String, String>> rows = new ArrayList<>();
    private List<String> names = List.of();
    private String text;
    private String stored;
    private String shown;
    private String currency;
    private String label;
    private boolean checked;

    /**
     * @param formats how the one who types writes dates and times
     */
    FieldInput(FieldDescriptor field, Formats formats) {
        this.name = field.name();
        this.type = field.type();
        this.zone = formats.zone();
        this.locale = formats.locale();
        this.dayFirst = DateText.isDayFirst(Optional.of(formats.country()));
        this.members = type.isList() ? List.copyOf(ListMembers.of(field).keySet()) : List.of();
        this.defaultKind = field.options().isEmpty() ? null : field.options().get(0);
    }

    /** Fills the input from an external form; null empties it. */
    void fill(Object value, String nameOfTarget) {
        rows.clear();
        names = List.of();
        text = null;
        stored = null;
        shown = null;
        currency = null;
        label = nameOfTarget;
        checked = Boolean.TRUE.equals(value);
        if (type == FieldType.TAGS || type == FieldType.MULTI_CHOICE) {
            names = value instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        } else if (value instanceof List<?> list) {
            list.forEach(element -> rows.add(strings((Map<?, ?>) element)));
        } else if (value instanceof Map<?, ?> money) {
            text = string(money.get("amount"));
            currency = string(money.get("currency"));
        } else {
            stored = string(value);
            shown = shown(stored);
            text = shown;
        }
    }

    /** Dates and times as their input writes them; all else, and what is no date, as it is. */
    private String shown(String value) {
        if (value != null) {
            try {
                if (type == FieldType.DATE) {
                    return DateTimeFormatter.ofPattern(getPattern(), locale).format(LocalDate.parse(value));
                } else if (type == FieldType.INSTANT) {
                    return DateTimeFormatter.ofPattern(getPattern(), locale)
                            .format(Instant.parse(value).atZone(zone));
                }
            } catch (DateTimeException e) {
                return value;
            }
        }
        return value;
    }

    private Map<String, String> strings(Map<?, ?> element) {
        Map<String, String> row = new LinkedHashMap<>();
        members.forEach(member -> row.put(member, string(element.get(member))));
        return row;
    }

    private static String string(Object value) {
        return value == null ? null : value.toString();
    }

    /** The external form of what was typed; null when nothing was. */
    Object external() {
        String typed = text == null || text.isBlank() ? null : text.strip();
        return switch (type) {
            case BOOLEAN -> checked;
            case INTEGER -> whole(typed);
            case DECIMAL, PERCENT -> decimal(typed);
            case MONEY -> money(typed);
            case PHONES, EMAILS, ADDRESSES -> elements();
            // Editors write the same text in other marks than it was stored with.
            case RICH_TEXT -> typed == null ? null : TextRules.normalise(RichText.clean(typed));
            case TAGS, MULTI_CHOICE -> names.isEmpty() ? null : names;
            case DATE -> dated(typed, dates -> dates.date(typed, dayFirst));
            case INSTANT -> dated(typed, dates -> dates.instant(typed, dayFirst));
            default -> typed;
        };
    }

    /** What was not touched stays exactly what it was, though an input shows no seconds. */
    private Object dated(String typed, Function<DateText, Optional<String>> reading) {
        if (typed == null) {
            return null;
        }
        return typed.equals(shown)
                ? stored
                : reading.apply(new DateText(List.of(), zone)).orElse(typed);
    }

    private static Object whole(String typed) {
        String digits = ungrouped(typed);
        return digits != null && digits.matches("[+-]?\\d{1,18}") ? Long.valueOf(digits) : typed;
    }

    private static Object decimal(String typed) {
        String digits = ungrouped(typed);
        return digits != null && digits.matches("[+-]?\\d{1,18}(\\.\\d{1,10})?") ? new BigDecimal(digits) : typed;
    }

    private Object money(String typed) {
        if (typed == null) {
            return null;
        }
        Map<String, Object> money = new LinkedHashMap<>();
        money.put("amount", ungrouped(typed));
        money.put("currency", currency);
        return money;
    }

    /** Both languages of the product group by comma and divide by point. */
    private static String ungrouped(String typed) {
        return typed == null ? null : typed.replaceAll("[,\\s\\u00a0，]", "");
    }

    /** Rows in which nothing but the kind was chosen are no elements. */
    private List<Map<String, Object>> elements() {
        List<Map<String, Object>> elements = new ArrayList<>();
        for (Map<String, String> row : rows) {
            Map<String, Object> element = new LinkedHashMap<>();
            row.forEach((member, value) -> {
                if (value != null && !value.isBlank()) {
                    element.put(member, value.strip());
                }
            });
            if (element.keySet().stream().anyMatch(member -> !member.equals("label") && !member.equals("country"))) {
                elements.add(element);
            }
        }
        return elements.isEmpty() ? null : elements;
    }

    /** Adds an empty row to a list; its country is the one of the company. */
    void addRow(String country) {
        Map<String, String> row = strings(Map.of());
        row.put("label", defaultKind);
        if (members.contains("country")) {
            row.put("country", country);
        }
        rows.add(row);
    }

    void removeRow(int index) {
        rows.remove(index);
    }

    public String getName() {
        return name;
    }

    public FieldType getType() {
        return type;
    }

    public List<Map<String, String>> getRows() {
        return rows;
    }

    /** Names of tags, or several choices. */
    public List<String> getNames() {
        return names;
    }

    public void setNames(List<String> names) {
        this.names = names == null ? List.of() : List.copyOf(names);
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    /** The form in which the input writes a date or time. */
    public String getPattern() {
        return type == FieldType.INSTANT ? Formats.momentPattern(locale) : Formats.datePattern(locale);
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public boolean isChecked() {
        return checked;
    }

    public void setChecked(boolean checked) {
        this.checked = checked;
    }

    /** The record or person pointed to. */
    public Choice getChoice() {
        return text == null ? null : new Choice(text, label == null ? text : label);
    }

    public void setChoice(Choice choice) {
        text = choice == null ? null : choice.id();
        label = choice == null ? null : choice.label();
    }

    String label() {
        return label;
    }
}
