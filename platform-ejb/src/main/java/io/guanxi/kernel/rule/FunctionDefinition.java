package io.guanxi.kernel.rule;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A function while the language is put together: its overloads for the checker, its code for the runtime and its entry
 * in the catalogue. The code is one for all overloads and looks at its arguments, which may all be absent.
 */
final class FunctionDefinition {

    /** CEL's runtime adds lists with code of its own under this name. */
    static final String ADD_LIST = "add_list";

    private final String name;
    private final String written;
    private final FunctionKind kind;
    private final List<Overload> overloads = new ArrayList<>();
    private UnaryOperator<Object> one;
    private BinaryOperator<Object> two;
    private Function<Object[], Object> many;
    private String example = "";
    private String result = "";
    private boolean rewritten;

    private record Overload(String id, CelType result, List<CelType> parameters, boolean member) {}

    private FunctionDefinition(String name, String written, FunctionKind kind) {
        this.name = name;
        this.written = written;
        this.kind = kind;
    }

    static FunctionDefinition function(String name) {
        return new FunctionDefinition(name, name, FunctionKind.FUNCTION);
    }

    /**
     * @param name    as CEL calls it, such as {@code _+_}
     * @param written as people write it
     */
    static FunctionDefinition operator(String name, String written) {
        return new FunctionDefinition(name, written, FunctionKind.OPERATOR);
    }

    /** Expanded by the parser; only the catalogue has an entry. */
    static FunctionDefinition macro(String name) {
        return new FunctionDefinition(name, name, FunctionKind.MACRO);
    }

    /** Written {@code name(…)} only. */
    FunctionDefinition gives(CelType result, CelType... parameters) {
        return overload(result, parameters, false);
    }

    /** Written {@code name(value, …)} and {@code value.name(…)}. */
    FunctionDefinition givesEither(CelType result, CelType... parameters) {
        return overload(result, parameters, false).overload(result, parameters, true);
    }

    FunctionDefinition givesList(CelType list) {
        overloads.add(new Overload(ADD_LIST, list, List.of(list, list), false));
        return this;
    }

    private FunctionDefinition overload(CelType result, CelType[] parameters, boolean member) {
        overloads.add(new Overload(name + "#" + overloads.size(), result, List.of(parameters), member));
        return this;
    }

    FunctionDefinition one(UnaryOperator<Object> code) {
        one = code;
        return this;
    }

    FunctionDefinition two(BinaryOperator<Object> code) {
        two = code;
        return this;
    }

    /** For overloads of three and more parameters, and of none. */
    FunctionDefinition many(Function<Object[], Object> code) {
        many = code;
        return this;
    }

    /** The compiler writes something else in its place. */
    FunctionDefinition rewritten() {
        rewritten = true;
        return this;
    }

    FunctionDefinition example(String rule, Object gives) {
        example = rule;
        result = gives.toString();
        return this;
    }

    String name() {
        return name;
    }

    /** Not for people: the compiler alone writes it, or it is the other use of a sign. */
    boolean hidden() {
        return name.startsWith("@") && kind == FunctionKind.FUNCTION || name.equals("-_");
    }

    /** Gives true or false whatever its arguments. */
    boolean isCondition() {
        return overloads.stream().allMatch(overload -> overload.result().equals(Kinds.BOOL));
    }

    /** Known to the checker: neither expanded by the parser nor rewritten by the compiler. */
    boolean isDeclared() {
        return kind != FunctionKind.MACRO && !rewritten;
    }

    CelFunctionDecl declaration() {
        return CelFunctionDecl.newFunctionDeclaration(
                name, overloads.stream().map(this::declaration).collect(ImmutableList.toImmutableList()));
    }

    private CelOverloadDecl declaration(Overload overload) {
        return CelOverloadDecl.newBuilder()
                .setOverloadId(overload.id())
                .setIsInstanceFunction(overload.member())
                .setResultType(overload.result())
                .addParameterTypes(overload.parameters())
                .build();
    }

    /** None for macros and for what CEL's runtime does itself. */
    List<CelFunctionBinding> bindings() {
        List<CelFunctionBinding> bindings = new ArrayList<>();
        for (Overload overload : overloads) {
            int arity = overload.parameters().size();
            if (arity == 1 && one != null) {
                bindings.add(CelFunctionBinding.from(overload.id(), Object.class, one::apply));
            } else if (arity == 2 && two != null) {
                bindings.add(CelFunctionBinding.from(overload.id(), Object.class, Object.class, two::apply));
            } else if (arity != 1 && arity != 2 && many != null) {
                bindings.add(
                        CelFunctionBinding.from(overload.id(), Collections.nCopies(arity, Object.class), many::apply));
            }
        }
        bindings.removeIf(binding -> binding.getOverloadId().equals(ADD_LIST));
        return bindings;
    }

    RuleFunction entry() {
        List<RuleFunction.Signature> signatures = new ArrayList<>();
        for (Overload overload : overloads) {
            List<TypeName> parameters =
                    overload.parameters().stream().map(TypeName::of).toList();
            TypeName gives = TypeName.of(overload.result());
            signatures.removeIf(other -> other.parameters().equals(parameters));
            signatures.add(new RuleFunction.Signature(parameters, gives, overload.member()));
        }
        return new RuleFunction(written, kind, List.copyOf(signatures), example, result);
    }
}
