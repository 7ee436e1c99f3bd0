package io.guanxi.integrations.rest.admin;

import io.guanxi.kernel.object.Dependence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the choices of a field depend on, as JSON: {@code {"field":"industry","choices":{"software":["cloud"]}}}. */
final class DependenceJson {

    static final String MEMBER = "dependsOn";

    private DependenceJson() {}

    /**
     * @param dependence null for nothing
     */
    static void write(Dependence dependence, Map<String, Object> members) {
        if (dependence != null) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("field", dependence.on());
            told.put("choices", dependence.offered());
            members.put(MEMBER, told);
        }
    }

    /** Null when the choices depend on nothing; the members take what is wrong. */
    static Dependence read(Members members) {
        Object given = members.get(MEMBER);
        if (given == null) {
            return null;
        }
        if (!(given instanceof Map<?, ?> told)) {
            members.add("/" + MEMBER, "type.object");
            return null;
        }
        told.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !name.equals("field") && !name.equals("choices"))
                .forEach(name -> members.add("/" + MEMBER + "/" + name, "member.unknown", name));
        String field = told.get("field") instanceof String text ? text : null;
        return new Dependence(field, offered(members, told.get("choices")));
    }

    private static Map<String, List<String>> offered(Members members, Object given) {
        Map<String, List<String>> offered = new LinkedHashMap<>();
        if (given instanceof Map<?, ?> choices) {
            choices.forEach((option, all) -> {
                if (all instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
                    offered.put(
                            option.toString(),
                            list.stream().map(String::valueOf).toList());
                } else {
                    members.add("/" + MEMBER + "/choices", "type.list");
                }
            });
        } else if (given != null) {
            members.add("/" + MEMBER + "/choices", "type.object");
        }
        return offered;
    }
}
