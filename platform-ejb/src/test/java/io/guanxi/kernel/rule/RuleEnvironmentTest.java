package io.guanxi.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.customers.Accounts;
import io.guanxi.customers.Affiliations;
import io.guanxi.customers.Contacts;
import io.guanxi.kernel.object.FieldBuilder;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDefinition;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleEnvironmentTest {

    static Stream<ObjectDefinition> objects() {
        return Stream.of(new Accounts(), new Contacts(), new Affiliations());
    }

    @ParameterizedTest
    @MethodSource("objects")
    void everyFieldOfTheProductCanBeReadByRules(ObjectDefinition definition) {
        ObjectDescriptor object = definition.descriptor();
        RuleEnvironment environment = RuleEnvironment.builder(object).withOld().build();

        for (FieldDescriptor field : object.fields().values()) {
            assertThat(RuleEnvironment.isReserved(field.name())).isFalse();
            Rule rule = RuleCompiler.compile(
                    field.name() + " == null && old." + field.name() + " == null", environment, RuleType.CONDITION);
            assertThat(rule.fields()).containsExactlyInAnyOrder(field.name(), "old." + field.name());
            assertThat(rule.holds(RuleInput.of(Map.of()))).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(FieldType.class)
    void everyFieldTypeHasAPlaceInRules(FieldType type) {
        FieldBuilder field = type.isList()
                ? FieldBuilder.list("it", type, "work")
                : type == FieldType.CHOICE ? FieldBuilder.choice("it", "one") : FieldBuilder.field("it", type);
        RuleEnvironment environment = RuleEnvironment.of(ObjectDescriptor.named("thing", "things", null)
                .titleField("it")
                .fields(field)
                .build());

        assertThat(RuleCompiler.compile("has(it)", environment, RuleType.CONDITION)
                        .holds(RuleInput.of(Map.of())))
                .isFalse();
        if (!type.isList()) {
            assertThat(RuleCompiler.compile("it", environment, RuleType.of(type))
                            .type())
                    .isEqualTo(RuleType.of(type));
        }
    }

    @Test
    void aFieldWithAReservedNameIsNotMistakenForTheLanguagesOwn() {
        RuleEnvironment environment = RuleEnvironment.of(ObjectDescriptor.named("thing", "things", null)
                .titleField("today")
                .fields(FieldBuilder.text("today", 50), FieldBuilder.text("in", 50))
                .build());

        assertThat(RuleEnvironment.isReserved("today")).isTrue();
        assertThat(RuleCompiler.compile("today", environment, RuleType.DATE)
                        .evaluate(RuleInput.of(Map.of("today", "x"))))
                .isNotEqualTo("x");
    }

    @Test
    void everyKindOfValueHasItsType() {
        for (ValueForm form : ValueForm.values()) {
            assertThat(form.type()).as(form.name()).isNotNull();
        }
        assertThat(ValueForm.TEXTS.read(List.of("a", "b"), null)).isEqualTo(List.of("a", "b"));
        assertThat(ValueForm.TEXTS.absent(null)).isEqualTo(List.of());
    }

    @Test
    void onlyAFieldCanBeFollowed() {
        RuleEnvironment.Builder builder = RuleEnvironment.builder(Samples.OBJECT);

        assertThatThrownBy(() -> builder.following("nobody", Samples.OBJECT))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
