package io.guanxi.kernel.custom;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.customers.Accounts;
import io.guanxi.customers.Contacts;
import io.guanxi.kernel.object.Computation;
import io.guanxi.kernel.object.Computation.Function;
import io.guanxi.kernel.object.CustomField;
import io.guanxi.kernel.object.FieldBuilder;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FieldReadsTest {

    @Test
    void aCircleOfFormulasIsNamedFromWhereItIsMade() {
        ObjectDescriptor account = account(
                formula("a", "custom.c + 1"), formula("b", "custom.a + 1"), formula("c", "custom.b + employees"));
        assertThat(reads(account, contact()).circle("custom.a")).contains("a → c → b → a");
        assertThat(Formulas.of(account, name -> Optional.empty())).hasSize(3);
    }

    @Test
    void withoutACircleThereIsNothingToName() {
        ObjectDescriptor account = account(formula("a", "employees"), formula("b", "custom.a"));
        assertThat(reads(account, contact()).circle("custom.b")).isEmpty();
    }

    @Test
    void aRollUpThatReadsARollUpOfItsOwnObjectIsInACircle() {
        ObjectDescriptor account =
                account(rollUp("all", "account", "parent", "custom.own", null), formula("own", "custom.all"));
        assertThat(reads(account, contact()).circle("custom.all")).contains("all → own → all");
    }

    @Test
    void aCircleLeadsThroughTheObjectsOfOthersAndThroughConditions() {
        ObjectDescriptor account = account(rollUp("sum", "contact", "account", null, "custom.size=gt=3"));
        ObjectDescriptor contact = contact(rollUp("size", "account", "parent", "custom.sum", null));
        assertThat(reads(account, contact).circle("custom.sum"))
                .contains("sum → contact.custom.size → sum".replace("custom.", ""));
    }

    @Test
    void aCircleLeadsBehindReferencesAndBack() {
        ObjectDescriptor account = account(rollUp("sum", "contact", "account", "custom.share", null));
        ObjectDescriptor contact = contact(formula("share", "account.custom.sum + 1"));
        assertThat(reads(account, contact).circle("custom.sum")).contains("sum → contact.share → sum");
    }

    @Test
    void aFormulaThatReadsItselfInTheRecordAboveIsInACircle() {
        ObjectDescriptor account = account(formula("depth", "parent.custom.depth + 1"));
        assertThat(reads(account, contact()).circle("custom.depth")).contains("depth → depth");
    }

    private static FieldReads reads(ObjectDescriptor account, ObjectDescriptor contact) {
        return new FieldReads(
                name -> Stream.of(contact, account)
                        .filter(one -> one.name().equals(name))
                        .findFirst(),
                account);
    }

    private static ObjectDescriptor account(FieldDescriptor... own) {
        return new Accounts().descriptor().with(List.of(own));
    }

    private static ObjectDescriptor contact(FieldDescriptor... own) {
        return new Contacts().descriptor().with(List.of(own));
    }

    private static FieldDescriptor formula(String name, String source) {
        return computed(name, new Computation.Formula(source));
    }

    private static FieldDescriptor rollUp(String name, String object, String by, String field, String filter) {
        Function function = field == null ? Function.COUNT : Function.SUM;
        return computed(name, new Computation.RollUp(object, by, function, field, filter));
    }

    private static FieldDescriptor computed(String name, Computation computation) {
        return FieldBuilder.field(CustomField.PREFIX + name, FieldType.INTEGER)
                .custom(new CustomField(1, Map.of("en", name), Map.of(), List.of(), null, null, computation))
                .sortable()
                .readOnly()
                .build();
    }
}
