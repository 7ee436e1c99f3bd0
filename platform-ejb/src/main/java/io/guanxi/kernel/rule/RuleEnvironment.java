package io.guanxi.kernel.rule;

import com.google.common.collect.ImmutableList;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.StructType;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a rule may name: the fields of one object, {@code now}, {@code today}, {@code user.id}, {@code user.role}, and
 * {@code old}, the record before the change, where there is one. Immutable; make it once per state of the metadata.
 */
public final class RuleEnvironment {

    private static final Set<String> RESERVED = Set.of(
            "old",
            "now",
            "today",
            "user",
            "true",
            "false",
            "null",
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while");

    private final ObjectDescriptor object;
    private final Map<String, Variable> variables;
    private final ImmutableList<CelType> types;

    private RuleEnvironment(ObjectDescriptor object, Map<String, Variable> variables) {
        this.object = object;
        this.variables = Map.copyOf(variables);
        Map<String, CelType> structures = new LinkedHashMap<>();
        structures.put(MoneyValue.TYPE.name(), MoneyValue.TYPE);
        variables.values().forEach(variable -> collect(variable.type(), structures));
        types = ImmutableList.copyOf(structures.values());
    }

    /** The fields of an object, without {@code old}. */
    public static RuleEnvironment of(ObjectDescriptor object) {
        return builder(object).build();
    }

    public static Builder builder(ObjectDescriptor object) {
        return new Builder(object);
    }

    /** A name that fields of an object must not have, since rules could not read them. */
    public static boolean isReserved(String field) {
        return RESERVED.contains(field);
    }

    public ObjectDescriptor object() {
        return object;
    }

    Collection<Variable> variables() {
        return variables.values();
    }

    Optional<Variable> find(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    ImmutableList<CelType> types() {
        return types;
    }

    private static void collect(CelType type, Map<String, CelType> structures) {
        if (type instanceof ListType list) {
            collect(list.elemType(), structures);
        } else if (type instanceof StructType struct && structures.put(struct.name(), struct) == null) {
            struct.fields().forEach(field -> collect(field.type(), structures));
        }
    }

    /** Puts an environment together. */
    public static final class Builder {

        private final ObjectDescriptor object;
        private final Map<String, RecordShape> followed = new LinkedHashMap<>();
        private boolean old;
        private boolean timeless;

        private Builder(ObjectDescriptor object) {
            this.object = object;
        }

        /** The rule may compare with the record before the change: {@code old.field}, {@code changed(field)}. */
        public Builder withOld() {
            old = true;
            return this;
        }

        /**
         * A reference field is no id but the record it points to, with {@code id} among its fields; its external form
         * in the input is then a map, which may be a lazy one.
         */
        public Builder following(String field, ObjectDescriptor target) {
            object.require(field);
            RecordShape shape = RecordShape.of(target, typeName(target) + "." + field, Map.of());
            List<FieldShape> members = new ArrayList<>(shape.fields());
            members.add(new FieldShape("id", ValueForm.TEXT, null, null, null));
            followed.put(field, new RecordShape(shape.name(), members));
            return this;
        }

        /**
         * The same for every reference field there is.
         *
         * @param objects finds an object by its name; references to one that is not found stay ids
         */
        public Builder followingAll(Function<String, Optional<ObjectDescriptor>> objects) {
            object.fields().values().stream()
                    .filter(field -> field.type() == FieldType.REFERENCE)
                    .forEach(field ->
                            objects.apply(field.reference()).ifPresent(target -> following(field.name(), target)));
            return this;
        }

        /** The rule depends on nothing but the record: it has no {@code now}, {@code today} and {@code user}. */
        public Builder timeless() {
            timeless = true;
            return this;
        }

        public RuleEnvironment build() {
            RecordShape record = RecordShape.of(object, typeName(object), followed);
            RecordShape user = new RecordShape(
                    "guanxi.User",
                    List.of(
                            new FieldShape("id", ValueForm.TEXT, null, null, null),
                            new FieldShape("role", ValueForm.TEXT, null, null, null)));
            Map<String, Variable> variables = new LinkedHashMap<>();
            record.fields().stream()
                    .filter(field -> !isReserved(field.name()))
                    .forEach(field -> variables.put(field.name(), Variable.ofField(field)));
            if (old) {
                put(variables, Variable.of("old", record, input -> new RecordValue(record, input.old())));
            }
            if (!timeless) {
                put(variables, Variable.of("now", Kinds.INSTANT, RuleInput::now));
                put(
                        variables,
                        Variable.of(
                                "today",
                                Kinds.DATE,
                                input -> input.now().atZone(input.zone()).toLocalDate()));
                put(variables, Variable.of("user", user, input -> new RecordValue(user, user(input))));
            }
            put(
                    variables,
                    Variable.of("@zone", Kinds.TEXT, input -> input.zone().getId()));
            return new RuleEnvironment(object, variables);
        }

        private static void put(Map<String, Variable> variables, Variable variable) {
            variables.put(variable.name(), variable);
        }

        private static Function<String, Object> user(RuleInput input) {
            return input.userId() == null ? null : member -> member.equals("id") ? input.userId() : input.userRole();
        }

        private static String typeName(ObjectDescriptor object) {
            return "guanxi.object." + object.name();
        }
    }
}
