package io.guanxi.integrations.rest.admin;

import io.guanxi.kernel.object.Computation;
import io.guanxi.kernel.object.Computation.Function;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What computes a field as JSON: {@code formula}, {@code rollUp} or {@code numbering}, one of them at most. */
public final class ComputationJson {

    private static final String FORMULA = "formula";
    private static final String ROLL_UP = "rollUp";
    private static final String NUMBERING = "numbering";

    static final Set<String> MEMBERS = Set.of(FORMULA, ROLL_UP, NUMBERING);

    private static final Set<String> ROLL_UP_MEMBERS = Set.of("object", "by", "function", "field", "filter");

    private ComputationJson() {}

    /**
     * @param computation null for a field that is filled in
     */
    static void write(Computation computation, Map<String, Object> members) {
        if (computation instanceof Computation.Formula formula) {
            members.put(FORMULA, formula.source());
        } else if (computation instanceof Computation.Numbering numbering) {
            members.put(NUMBERING, numbering.format());
        } else if (computation instanceof Computation.RollUp rollUp) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("object", rollUp.object());
            told.put("by", rollUp.by());
            told.put("function", name(rollUp.function()));
            told.put("field", rollUp.field());
            told.put("filter", rollUp.filter());
            members.put(ROLL_UP, told);
        }
    }

    /** Null when nothing computes the field; the members take what is wrong. */
    static Computation read(Members members) {
        List<String> given = List.of(FORMULA, ROLL_UP, NUMBERING).stream()
                .filter(name -> members.get(name) != null)
                .toList();
        if (given.size() > 1) {
            members.add("/" + given.get(1), "custom.oneComputation");
        }
        if (given.isEmpty()) {
            return null;
        }
        return switch (given.get(0)) {
            case FORMULA -> new Computation.Formula(members.text(FORMULA));
            case NUMBERING -> new Computation.Numbering(members.text(NUMBERING));
            default -> rollUp(members);
        };
    }

    private static Computation rollUp(Members members) {
        if (!(members.get(ROLL_UP) instanceof Map<?, ?> told)) {
            members.add("/" + ROLL_UP, "type.object");
            return null;
        }
        told.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !ROLL_UP_MEMBERS.contains(name))
                .forEach(name -> members.add(pointer(name), "member.unknown", name));
        return new Computation.RollUp(
                text(members, told, "object"),
                text(members, told, "by"),
                function(members, told.get("function")),
                text(members, told, "field"),
                text(members, told, "filter"));
    }

    private static Function function(Members members, Object given) {
        for (Function function : Function.values()) {
            if (name(function).equals(given)) {
                return function;
            }
        }
        members.add(pointer("function"), "choice.unknown", String.join(", ", functions()));
        return Function.COUNT;
    }

    private static String text(Members members, Map<?, ?> told, String name) {
        Object value = told.get(name);
        if (value != null && !(value instanceof String)) {
            members.add(pointer(name), "type.text");
            return null;
        }
        return (String) value;
    }

    private static String pointer(String name) {
        return "/" + ROLL_UP + "/" + name;
    }

    private static String name(Function function) {
        return function.name().toLowerCase(Locale.ROOT);
    }

    /** Names of what many values may become. */
    public static List<String> functions() {
        return Arrays.stream(Function.values()).map(ComputationJson::name).collect(Collectors.toList());
    }
}
