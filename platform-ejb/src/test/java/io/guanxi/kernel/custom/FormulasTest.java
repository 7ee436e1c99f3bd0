package io.guanxi.kernel.custom;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.customers.Accounts;
import io.guanxi.kernel.object.Computation;
import io.guanxi.kernel.object.CustomField;
import io.guanxi.kernel.object.FieldBuilder;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormulasTest {

    @Test
    void eachComesAfterThoseItReads() {
        ObjectDescriptor account = account(
                formula("c", "custom.b + custom.a"), formula("b", "custom.a + 1"), formula("a", "employees + 1"));
        assertThat(formulas(account))
                .extracting(formula -> formula.field().name())
                .containsExactly("custom.a", "custom.b", "custom.c");
    }

    @Test
    void aFormulaThatReadsWhatIsGoneHasNoRule() {
        assertThat(formulas(account(formula("a", "custom.gone + 1"))).get(0).rule())
                .isEmpty();
    }

    @Test
    void neitherTimeNorUserNorTheRecordBeforeAreThere() {
        for (String source : List.of("today.year()", "int(now)", "size(user.id)", "old.employees")) {
            assertThat(formulas(account(formula("a", source))).get(0).rule()).isEmpty();
        }
    }

    @Test
    void whatIsReadBehindAReferenceIsTypedAndFollowed() {
        ObjectDescriptor account = account(formula("a", "parent.employees + 1"), formula("b", "employees"));
        assertThat(formulas(account)).allMatch(formula -> formula.rule().isPresent());
        assertThat(Formulas.followed(account, name -> Optional.of(account)))
                .extracting(FieldDescriptor::name)
                .containsExactly("parent");
        assertThat(formulas(account(formula("a", "parent.nothing + 1"))).get(0).rule())
                .isEmpty();
        assertThat(formulas(account(formula("a", "parent.name"))).get(0).rule()).isEmpty();
    }

    private static List<Formulas.Formula> formulas(ObjectDescriptor account) {
        return Formulas.of(
                account, name -> Optional.of(account).filter(one -> one.name().equals(name)));
    }

    private static ObjectDescriptor account(FieldDescriptor... own) {
        return new Accounts().descriptor().with(List.of(own));
    }

    private static FieldDescriptor formula(String name, String source) {
        return FieldBuilder.field(CustomField.PREFIX + name, FieldType.INTEGER)
                .custom(new CustomField(
                        1, Map.of("en", name), Map.of(), List.of(), null, null, new Computation.Formula(source)))
                .readOnly()
                .build();
    }
}
