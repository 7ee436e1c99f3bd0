package io.guanxi.kernel.people;

import io.guanxi.kernel.access.FieldRight;
import io.guanxi.kernel.access.ObjectRights;
import io.guanxi.kernel.access.Rights;
import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with a role that somebody wants to make. */
final class RoleRules {

    private static final int LONGEST_LABEL = 80;
    private static final int LONGEST_DESCRIPTION = 300;

    private RoleRules() {}

    /**
     * @param role the one that is changed; null for a new one
     */
    static List<FieldError> faults(List<RoleDefinition> others, Role role, String label, String description) {
        List<FieldError> errors = new ArrayList<>();
        if (label.isEmpty()) {
            errors.add(FieldError.of("/label", "required"));
        } else if (label.length() > LONGEST_LABEL) {
            errors.add(FieldError.of("/label", "text.tooLong", LONGEST_LABEL));
        } else if (others.stream()
                .anyMatch(other -> !other.role().equals(role) && other.label().equalsIgnoreCase(label))) {
            errors.add(FieldError.of("/label", "value.taken"));
        }
        if (text(description).length() > LONGEST_DESCRIPTION) {
            errors.add(FieldError.of("/description", "text.tooLong", LONGEST_DESCRIPTION));
        }
        return errors;
    }

    static List<FieldError> faults(ObjectRegistry objects, Rights rights) {
        List<FieldError> errors = new ArrayList<>();
        rights.objects().forEach((name, of) -> {
            Optional<ObjectDescriptor> object = objects.find(name);
            if (object.isEmpty()) {
                errors.add(FieldError.of("/rights/objects/" + name, "role.noObject", name));
            } else {
                of.fields()
                        .forEach((field, right) -> fault(object.get(), of, field, right)
                                .ifPresent(code -> errors.add(
                                        FieldError.of("/rights/objects/" + name + "/fields/" + field, code, field))));
            }
        });
        return errors;
    }

    private static Optional<String> fault(ObjectDescriptor object, ObjectRights of, String name, FieldRight right) {
        Optional<FieldDescriptor> field = object.find(name);
        if (field.isEmpty()) {
            return Optional.of("role.noField");
        }
        if (right == FieldRight.HIDDEN && object.isLasting(name)) {
            return Optional.of("role.lasting");
        }
        boolean mustFill = of.create() && field.get().required() && !field.get().readOnly();
        return mustFill && right != FieldRight.EDIT ? Optional.of("role.required") : Optional.empty();
    }

    static String text(String text) {
        return text == null ? "" : text.strip();
    }
}
