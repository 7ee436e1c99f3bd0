package io.guanxi.kernel.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortKeysTest {

    private static final List<String> PIECES = List.of(
            "a", "B", "ä", "ß", "æ", "ł", "Ø", "1", "20", " ", "-", ".", "&", "'", "(", "电", "子", "环", "球", "の", "カ",
            "Ж", "я", "α", "한", "글", "ch", "ll", "dž", "ij", "é", "e\u0301", "😀", "%", "_", "!");

    @Test
    void chineseIsSortedByPinyinAndBeforeLatin() {
        List<String> sorted = java.util.stream.Stream.of("中国", "安徽", "Zebra", "北京", "apple", "Äpfel")
                .sorted(Comparator.comparing(SortKeys::of))
                .toList();
        assertThat(sorted).containsExactly("安徽", "北京", "中国", "Äpfel", "apple", "Zebra");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Acme Trading GmbH & Co. KG", "环球电子（深圳）有限公司", "ООО Ромашка 环球", "株式会社カネカ", "L'Oréal S.A. 1909"})
    void whatBeginsWithATextHasAKeyThatBeginsWithTheTextsKey(String title) {
        for (int length = 0; length <= title.length(); length++) {
            assertThat(SortKeys.of(title)).startsWith(SortKeys.of(title.substring(0, length)));
        }
    }

    @Test
    void soItIsForTextsNobodyWouldThinkOf() {
        Random random = new Random(20);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder begin = new StringBuilder();
            for (int n = random.nextInt(8); n >= 0; n--) {
                begin.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String title =
                    begin + PIECES.get(random.nextInt(PIECES.size())) + PIECES.get(random.nextInt(PIECES.size()));
            assertThat(SortKeys.of(title)).as(title).startsWith(SortKeys.of(begin.toString()));
        }
    }
}
