package io.guanxi.kernel.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.object.FieldType;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchTermsTest {

    @Test
    void chineseIsFoundByPinyinAndInitialsFromAnyCharacterOn() {
        Set<String> terms = SearchTerms.of(FieldType.TEXT, "深圳蓝桥智联科技有限公司");
        assertThat(terms).contains("蓝桥智联科技有限公司", "szlqzlkjyxgs", "lqzlkjyxgs", "zlkjyxgs");
        assertThat(terms).anyMatch(term -> term.startsWith("lanqiaozhilian"));
        assertThat(terms).anyMatch(term -> term.startsWith("zhiliankeji"));
    }

    @Test
    void aPieceOfAPhoneNumberFindsIt() {
        assertThat(SearchTerms.of(FieldType.PHONE, "+8675583739164")).contains("83739164", "8675583739164");
        assertThat(SearchTerms.typed("(0755) 8373-9164")).containsExactly("075583739164");
    }
}
