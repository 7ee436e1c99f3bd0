package io.guanxi.web.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.query.Filter;
import io.guanxi.kernel.query.Filter.Comparison;
import io.guanxi.kernel.query.Operator;
import io.guanxi.kernel.query.RsqlFilters;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterTextTest {

    @Test
    void whatIsWrittenIntoTheAddressIsReadBackAsItWas() {
        List<Comparison> comparisons = List.of(
                new Comparison("name", Operator.EQUAL, List.of("A \"b\" \\ c; d,(e)*")),
                new Comparison("type", Operator.IN, List.of("customer", "partner")),
                new Comparison("owner", Operator.IS_EMPTY, List.of()));

        assertThat(FilterText.comparisons(RsqlFilters.parse(FilterText.of(comparisons))))
                .isEqualTo(comparisons);
    }

    @Test
    void filtersWithAlternativesAreNotTakenApart() {
        assertThat(FilterText.comparisons(RsqlFilters.parse("a==1,b==2"))).isEmpty();
        assertThat(FilterText.comparisons(
                        Filter.all(Filter.compare("a", Operator.EQUAL, "1"), Filter.compare("b", Operator.EQUAL, "2"))))
                .hasSize(2);
    }
}
