package io.guanxi.kernel.record;

import io.guanxi.kernel.object.FieldDescriptor;
import java.util.List;

/** Arrays of choices: each an option of the field, each once, in the order of the options. */
final class ChoicesInput {

    private ChoicesInput() {}

    /** The choices; null when there are none. */
    static List<String> parse(FieldDescriptor field, Object raw, String pointer, InputErrors errors) {
        if (!(raw instanceof List<?> given)) {
            errors.add(pointer, "type.list");
            return null;
        }
        for (int i = 0; i < given.size(); i++) {
            if (!field.options().contains(given.get(i))) {
                errors.add(pointer + "/" + i, "choice.unknown", String.join(", ", field.options()));
            }
        }
        List<String> chosen = field.options().stream().filter(given::contains).toList();
        return chosen.isEmpty() ? null : chosen;
    }
}
