package io.guanxi.tenantadmin.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FieldFormTest {

    @Test
    void theFormulaCanBeTyped() throws Exception {
        PropertyDescriptor formula = Stream.of(
                        Introspector.getBeanInfo(FieldForm.class).getPropertyDescriptors())
                .filter(property -> property.getName().equals("formula"))
                .findFirst()
                .orElseThrow();

        assertThat(formula.getPropertyType()).isEqualTo(String.class);
        assertThat(formula.getWriteMethod()).isNotNull();
    }

    @Test
    void aChoiceIsFoundByItsLabelInAnyLanguage() {
        var choices = ChoiceText.read("Notice given | 已通知\nEnded | 已结束");

        assertThat(List.of("Notice given", "notice given", "已通知", "notice_given"))
                .allSatisfy(
                        typed -> assertThat(ChoiceText.stored(choices, typed)).isEqualTo("notice_given"));
    }

    @Test
    void whatIsNoChoiceStaysAsItWasTyped() {
        assertThat(ChoiceText.stored(ChoiceText.read("Draft"), "Sketch")).isEqualTo("Sketch");
    }
}
