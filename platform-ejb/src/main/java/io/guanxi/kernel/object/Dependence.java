package io.guanxi.kernel.object;

import java.util.List;
import java.util.Map;

/**
 * What the choices of a field depend on.
 *
 * @param on      name of the choice field of the same object that decides
 * @param offered the choices that go with each of its options; options that are not named go with all of them
 */
public record Dependence(String on, Map<String, List<String>> offered) {

    /**
     * Whether a choice goes with an option.
     *
     * @param option of the field that decides; null while it is empty, with which no choice goes
     */
    public boolean offers(String choice, String option) {
        return option != null
                && (!offered.containsKey(option) || offered.get(option).contains(choice));
    }
}
