package io.guanxi.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternsTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "abc => 3",
                "a{5} => 5",
                "a{2,7} => 7",
                "[a-z]{4} => 8",
                "(ab){10} => 30",
                "((a{10}){10}){10} => 1110",
                "\\d{4}-\\d{2} => 7",
                "a|b => 2",
                "a{1,} => 1",
                "a{ => 1",
                "((( => 0",
                "a{999999999}{999999999} => 2147483647"
            })
    void theSizeOfAPatternCountsItsRepetitions(String pattern, long size) {
        assertThat(Patterns.size(pattern)).isEqualTo(size);
    }
}
