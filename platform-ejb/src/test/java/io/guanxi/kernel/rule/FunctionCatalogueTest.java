package io.guanxi.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionCatalogueTest {

    static Stream<RuleFunction> functions() {
        return FunctionCatalogue.functions().stream();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyExampleGivesWhatTheCatalogueSays(RuleFunction function) {
        assertThat(function.example()).contains(function.kind() == FunctionKind.OPERATOR ? "" : function.name());
        assertThat(String.valueOf(Samples.evaluate(function.example()))).isEqualTo(function.result());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyFunctionIsDescribedInBothLanguagesAndSpelledOut(RuleFunction function) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(function.description(locale)).isNotBlank();
            assertThat(function.signatures())
                    .isNotEmpty()
                    .allSatisfy(signature ->
                            assertThat(function.spell(signature, locale)).contains(" → "));
        }
    }

    @Test
    void everyFunctionTheCheckerKnowsIsInTheCatalogue() {
        List<String> catalogue =
                functions().map(function -> RuleWords.keyOf(function.name())).toList();

        FunctionTable.declarations().stream()
                .map(declaration -> declaration.name())
                .filter(name -> !name.startsWith("@"))
                .map(name -> FunctionTable.operator(name).map(RuleWords::keyOf).orElse(name))
                .forEach(name -> assertThat(catalogue).contains(name));
    }

    @Test
    void aSignatureIsSpelledInTheLanguageOfTheReader() {
        RuleFunction round = FunctionCatalogue.find("round").orElseThrow();

        assertThat(round.spell(round.signatures().get(0), Locale.ENGLISH))
                .isEqualTo("round(decimal number, whole number) → decimal number");
        assertThat(round.spell(round.signatures().get(0), Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("round(小数, 整数) → 小数");
    }
}
