package io.guanxi.kernel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kernel.error.InvalidRecord;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagInputTest {

    private final InputErrors errors = new InputErrors();

    @Test
    void namesAreTrimmedAndTakenOnceWhateverTheirCase() {
        assertThat(TagInput.parse(List.of(" VIP ", "vip", "Vïp", "重点客户"), "/tags", errors))
                .isEqualTo("[\"VIP\",\"重点客户\"]");
        errors.throwIfAny();
    }

    @Test
    void noNamesAreNoTags() {
        assertThat(TagInput.parse(List.of(), "/tags", errors)).isNull();
        assertThat(TagInput.parse(List.of("  "), "/tags", errors)).isNull();
        errors.throwIfAny();
    }

    @Test
    void everyWrongNameIsToldAtItsPlace() {
        TagInput.parse(List.of("ok", 7, "a,b", "x".repeat(61)), "/tags", errors);
        assertThatThrownBy(errors::throwIfAny)
                .isInstanceOfSatisfying(
                        InvalidRecord.class,
                        e -> assertThat(e.errors())
                                .extracting(error -> error.pointer() + " " + error.code())
                                .containsExactly(
                                        "/tags/1 type.text", "/tags/2 text.forbidden", "/tags/3 text.tooLong"));
    }

    @Test
    void moreThanFiftyAreTooMany() {
        TagInput.parse(Collections.nCopies(51, "a"), "/tags", errors);
        assertThatThrownBy(errors::throwIfAny).isInstanceOf(InvalidRecord.class);
    }
}
