package io.guanxi.kernel.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kernel.error.InvalidQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RsqlFiltersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name==Acme*",
                "name==\"a \\\"b\\\" (c\";employees=ge=100",
                "type=in=(customer,partner),(city==Berlin;country==DE)",
                "(a==1,b==2);(c==3,(d==4;e==5))",
                "createdAt=within=last-30-days;phone=empty=true"
            })
    void whatIsWrittenReadsAsTheSameFilter(String rsql) {
        Filter filter = RsqlFilters.parse(rsql);
        assertThat(RsqlFilters.parse(RsqlFilters.write(filter))).isEqualTo(filter);
    }

    @Test
    void aHundredLevelsAreRefusedBeforeTheyAreRead() {
        String deep = "(".repeat(100) + "a==1" + ")".repeat(100);
        assertThatThrownBy(() -> RsqlFilters.parse(deep))
                .isInstanceOfSatisfying(
                        InvalidQuery.class, e -> assertThat(e.code()).isEqualTo("query.tooDeep"));
    }

    @Test
    void bracketsInsideOfQuotesAreText() {
        String text = "(".repeat(100);
        assertThat(RsqlFilters.parse("name==\"" + text + "\"")).isEqualTo(Filter.compare("name", Operator.EQUAL, text));
    }

    @Test
    void tooManyConditionsAreRefused() {
        String many = "a==1;".repeat(50) + "a==1";
        assertThatThrownBy(() -> RsqlFilters.parse(many))
                .isInstanceOfSatisfying(
                        InvalidQuery.class, e -> assertThat(e.code()).isEqualTo("query.tooLarge"));
    }
}
