package io.guanxi.kernel.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text has one form, whichever program sent it. */
class TextRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"one\n\n  two", "one\r\n\r\n  two", "one\r\r  two", " one\n\r\n  two\r\n"})
    void linesEndAlikeWhoeverWroteThem(String text) {
        assertThat(TextRules.normalise(text)).isEqualTo("one\n\n  two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t", "\u3000"})
    void blankTextIsNone(String text) {
        assertThat(TextRules.normalise(text)).isNull();
    }
}
