package io.guanxi.kernel.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.customers.Accounts;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysetTest {

    private static final ObjectDescriptor ACCOUNT = new Accounts().descriptor();

    @ParameterizedTest
    @CsvSource({"'',1", "name,2", "'-city,name',3", "'-createdAt,city,name',4"})
    void everyValueThatIsBoundIsUsed(String sort, int values) {
        JpqlText jpql = new JpqlText();
        String after = new Keyset(ACCOUNT, SortKey.parse(sort))
                .after(List.<Object>of("a", "b", "c", 4L).subList(4 - values, 4), jpql);
        long bound = Long.parseLong(jpql.bind("next").substring(2)) - 1;
        assertThat(bound).isPositive();
        for (int i = 1; i <= bound; i++) {
            assertThat(after).containsPattern(":p" + i + "\\b");
        }
    }

    @Test
    void emptyValuesComeLastWhenDescending() {
        JpqlText jpql = new JpqlText();
        String after = new Keyset(ACCOUNT, SortKey.parse("-city")).after(Arrays.asList(null, 7L), jpql);
        assertThat(after).contains("e.city IS NULL AND e.id < ").doesNotContain("e.city <");
    }
}
