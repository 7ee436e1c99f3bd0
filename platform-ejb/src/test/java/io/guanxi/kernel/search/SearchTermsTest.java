package io.guanxi.kernel.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.object.FieldType;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchTermsTest {

    @Test
    void chineseIsFoundByPinyinAndInitialsFromAnyCharacterOn() {
        Set<String> terms = SearchTerms.of(FieldType.TEXT, "深圳蓝桥智联科技有限公司").all();
        assertThat(terms).contains("蓝桥智联科技有限公司", "szlqzlkjyxgs", "lqzlkjyxgs", "zlkjyxgs");
        assertThat(terms).anyMatch(term -> term.startsWith("lanqiaozhilian"));
        assertThat(terms).anyMatch(term -> term.startsWith("zhiliankeji"));
    }

    @Test
    void aCharacterWithSeveralReadingsIsFoundByEachOfThem() {
        assertThat(SearchTerms.of(FieldType.TEXT, "重庆银行").all())
                .contains("chongqingyinhang", "cqyh", "zqyh")
                .anyMatch(term -> term.startsWith("yinxing"));
    }

    @Test
    void aPieceOfAPhoneNumberFindsIt() {
        assertThat(SearchTerms.of(FieldType.PHONE, "+8675583739164").digits()).contains("83739164", "8675583739164");
        assertThat(SearchTerms.typed("(0755) 8373-9164")).containsExactly("75583739164");
        assertThat(SearchTerms.typed("0086 755 8373 9164")).containsExactly("8675583739164");
    }

    @Test
    void aMailAddressIsFoundAsAWholeByItsPersonAndByItsDomain() {
        Set<String> terms =
                SearchTerms.of(FieldType.EMAIL, "Wei.Zhang@Globex.com").all();
        assertThat(terms).contains("wei.zhang@globex.com", "zhang", "globex.com");
        assertThat(SearchTerms.typed("@globex.com")).containsExactly("globex.com");
        assertThat(SearchTerms.typed("wei.zhang@glo")).containsExactly("wei.zhang@glo");
    }

    @Test
    void accentsAndCapitalsDoNotCount() {
        assertThat(SearchTerms.of(FieldType.TEXT, "Größe São Łódź").words()).contains("grosse", "sao", "lodz");
        assertThat(SearchTerms.typed("GRÖSSE")).containsExactly("grosse");
    }

    @Test
    void aCodeIsFoundWithAndWithoutItsSeparators() {
        assertThat(SearchTerms.of(FieldType.TEXT, "AB-1234/X").words()).contains("ab", "1234", "ab1234x");
    }

    @Test
    void signsAloneAreNoWords() {
        assertThat(SearchTerms.typed(" !? -- ")).isEmpty();
        assertThat(SearchTerms.typed("@")).isEmpty();
    }

    @Test
    void longTextsAreFoundByTheirWordsAndNotByTheirInsides() {
        assertThat(SearchTerms.of(FieldType.LONG_TEXT, "logistics").all()).containsExactly("logistics");
    }
}
