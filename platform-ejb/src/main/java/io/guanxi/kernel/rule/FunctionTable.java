package io.guanxi.kernel.rule;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelFunctionDecl;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All functions of the language: what the checker, the runtime and the catalogue are made from. */
final class FunctionTable {

    private static final List<FunctionDefinition> ALL = Stream.of(
                    GeneralFunctions.all(),
                    NumberFunctions.all(),
                    TextFunctions.all(),
                    Dates.all(),
                    Operators.all(),
                    CollectingMacros.functions())
            .flatMap(List::stream)
            .toList();

    private static final List<RuleFunction> ENTRIES = ALL.stream()
            .filter(definition -> !definition.hidden())
            .map(FunctionDefinition::entry)
            .toList();

    private static final ImmutableList<CelFunctionDecl> DECLARATIONS = ALL.stream()
            .filter(FunctionDefinition::isDeclared)
            .map(FunctionDefinition::declaration)
            .collect(ImmutableList.toImmutableList());

    private static final Set<String> CONDITIONS = ALL.stream()
            .filter(FunctionDefinition::isCondition)
            .map(FunctionDefinition::name)
            .collect(Collectors.toUnmodifiableSet());

    private FunctionTable() {}

    static ImmutableList<CelFunctionDecl> declarations() {
        return DECLARATIONS;
    }

    static List<CelFunctionBinding> bindings() {
        return ALL.stream()
                .flatMap(definition -> definition.bindings().stream())
                .toList();
    }

    static List<RuleFunction> entries() {
        return ENTRIES;
    }

    static Optional<RuleFunction> find(String name) {
        return ENTRIES.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** How an operator is written that CEL calls {@code _+_} or the like. */
    static Optional<String> operator(String name) {
        return ALL.stream()
                .filter(definition -> definition.name().equals(name))
                .map(FunctionDefinition::entry)
                .filter(entry -> entry.kind() == FunctionKind.OPERATOR)
                .map(RuleFunction::name)
                .findFirst();
    }

    /** Whether a call gives true or false whatever its arguments: then the compiler adds no test for absence. */
    static boolean neverAbsent(String function) {
        return CONDITIONS.contains(function);
    }
}
