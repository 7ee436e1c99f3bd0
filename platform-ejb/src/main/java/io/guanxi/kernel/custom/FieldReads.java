package io.guanxi.kernel.custom;

import io.guanxi.kernel.object.CustomField;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.rule.ReadPath;
import io.guanxi.kernel.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which computed fields read which others, in all objects: formulas those of their record and of what it points to, roll-ups
 * those of others.
 */
final class FieldReads {

    private final Function<String, Optional<ObjectDescriptor>> objects;
    private final ObjectDescriptor changed;

    /** A field of an object. */
    private record Node(String object, String field) {}

    /**
     * @param objects finds an object by its name
     * @param changed an object with a field as it would be
     */
    FieldReads(Function<String, Optional<ObjectDescriptor>> objects, ObjectDescriptor changed) {
        this.objects = objects;
        this.changed = changed;
    }

    /** The fields through which a field of the changed object reads itself, it at both ends; empty for none. */
    Optional<String> circle(String field) {
        Node goal = new Node(changed.name(), field);
        List<Node> path = new ArrayList<>();
        return leadsBack(goal, goal, path, new LinkedHashSet<>())
                ? Optional.of(path.stream().map(this::named).collect(Collectors.joining(" → ")))
                : Optional.empty();
    }

    /** As people would name it. */
    private String named(Node node) {
        String field = node.field().startsWith(CustomField.PREFIX)
                ? node.field().substring(CustomField.PREFIX.length())
                : node.field();
        return node.object().equals(changed.name()) ? field : node.object() + "." + field;
    }

    private boolean leadsBack(Node at, Node goal, List<Node> path, Set<Node> seen) {
        path.add(at);
        for (Node next : reads(at)) {
            if (next.equals(goal)) {
                path.add(goal);
                return true;
            }
            if (seen.add(next) && leadsBack(next, goal, path, seen)) {
                return true;
            }
        }
        path.remove(path.size() - 1);
        return false;
    }

    private Set<Node> reads(Node node) {
        Optional<ObjectDescriptor> object = find(node.object());
        Optional<FieldDescriptor> field = object.flatMap(one -> one.find(node.field()));
        if (field.isEmpty()) {
            return Set.of();
        }
        if (field.get().isFormula()) {
            return formula(object.get(), field.get());
        }
        return field.get()
                .rollUp()
                .map(rollUp -> RollUps.reads(rollUp).stream()
                        .map(name -> new Node(rollUp.object(), name))
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private Set<Node> formula(ObjectDescriptor object, FieldDescriptor field) {
        // What is compiled is kept: that of other objects must not know the field as it would be.
        Set<Node> read = new LinkedHashSet<>();
        Formulas.of(object, object == changed ? this::find : objects).stream()
                .filter(formula -> formula.field().name().equals(field.name()))
                .flatMap(formula -> formula.rule().map(Rule::fields).orElse(Set.of()).stream())
                .flatMap(path -> ReadPath.of(object, path).stream())
                .forEach(path -> {
                    read.add(new Node(object.name(), path.own().name()));
                    if (path.behind() != null) {
                        read.add(new Node(path.own().reference(), path.behind()));
                    }
                });
        return read;
    }

    private Optional<ObjectDescriptor> find(String object) {
        return object.equals(changed.name()) ? Optional.of(changed) : objects.apply(object);
    }
}
