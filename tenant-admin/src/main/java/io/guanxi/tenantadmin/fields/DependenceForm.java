package io.guanxi.tenantadmin.fields;

import io.guanxi.kernel.custom.FieldDefinition;
import io.guanxi.kernel.custom.FieldDefinition.Choice;
import io.guanxi.kernel.object.Dependence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** On which field the choices of another depend, and in a table of ticks which of them go with which option. */
public class DependenceForm {

    private Dependence before;
    private List<String> choicesBefore = List.of();
    private String on;
    private Set<String> ticks;

    void edit(FieldDefinition field) {
        before = field.dependence();
        choicesBefore = field.choices().stream().map(Choice::value).toList();
        on = before == null ? null : before.on();
    }

    /** Takes the ticks of the table as they were sent. */
    void tick(Set<String> sent) {
        ticks = sent;
    }

    /**
     * What was chosen; null for nothing.
     *
     * @param options of the field on which the choices depend
     */
    Dependence dependence(List<String> options, List<Choice> choices) {
        if (on == null) {
            return null;
        }
        Map<String, List<String>> offered = new LinkedHashMap<>();
        if (isTable()) {
            for (String option : options) {
                List<String> offeredHere = choices.stream()
                        .map(Choice::value)
                        .filter(choice -> isTicked(option, choice))
                        .toList();
                if (offeredHere.size() < choices.size()) {
                    offered.put(option, offeredHere);
                }
            }
        }
        return new Dependence(on, offered);
    }

    /** A choice that is new goes with every option until somebody unticks it. */
    boolean isTicked(String option, String choice) {
        if (!choicesBefore.contains(choice)) {
            return true;
        }
        return ticks == null ? before.offers(choice, option) : ticks.contains(tick(option, choice));
    }

    static String tick(String option, String choice) {
        return option + ":" + choice;
    }

    /** Whether there is a table: it is filled in once the field it depends on is known. */
    public boolean isTable() {
        return before != null && before.on().equals(on);
    }

    /** Name of the field on which the choices depend; null for none. */
    public String getOn() {
        return on;
    }

    public void setOn(String on) {
        this.on = on == null || on.isBlank() ? null : on;
    }
}
