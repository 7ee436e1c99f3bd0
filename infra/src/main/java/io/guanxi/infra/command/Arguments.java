package io.guanxi.infra.command;

import io.guanxi.infra.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of a command: {@code --switches}, {@code --options value} and plain words. */
final class Arguments {

    private final List<String> words = new ArrayList<>();
    private final Map<String, String> options = new HashMap<>();

    /**
     * Reads them.
     *
     * @throws UsageError for a switch or option that the command does not know, or one without its value
     */
    Arguments(List<String> arguments, Set<String> switches, Set<String> valued) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (switches.contains(argument)) {
                options.put(argument, "");
            } else if (valued.contains(argument) && i + 1 < arguments.size()) {
                i++;
                options.put(argument, arguments.get(i));
            } else if (argument.startsWith("-")) {
                throw new UsageError(Text.of("command.argument", argument));
            } else {
                words.add(argument);
            }
        }
    }

    boolean has(String name) {
        return options.containsKey(name);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(options.get(name)).filter(value -> !value.isBlank());
    }

    String require(String name) {
        return find(name).orElseThrow(() -> new UsageError(Text.of("command.missing", name)));
    }

    Optional<String> word(int index) {
        return index < words.size() ? Optional.of(words.get(index)) : Optional.empty();
    }

    /** Makes sure that no more words were given than the command takes. */
    Arguments atMost(int count) {
        if (words.size() > count) {
            throw new UsageError(Text.of("command.argument", words.get(count)));
        }
        return this;
    }
}
