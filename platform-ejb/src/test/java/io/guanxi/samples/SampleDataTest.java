package io.guanxi.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleDataTest {

    private static final List<String> POINTERS =
            List.of("account", "contact", "category", "product", "order", "relatedId");
    private static final Set<String> TAGGED = Set.of("account", "contact", "salesOrder");

    @ParameterizedTest
    @CsvSource({"en, Sample", "zh-CN, 示例"})
    void everySampleIsMadeAfterWhatItPointsToAndIsKnownAsOne(String language, String tag) {
        Set<Object> keys = new HashSet<>();
        for (Map<String, Object> one : read(language)) {
            POINTERS.stream()
                    .filter(one::containsKey)
                    .forEach(pointer -> assertThat(keys).contains(one.get(pointer)));
            assertThat(keys.add(one.get("key"))).as("%s", one).isTrue();
            if (TAGGED.contains(one.get("object"))) {
                assertThat(one).containsEntry("tags", List.of(tag));
            }
        }
    }

    /** Not every currency has cents. */
    @ParameterizedTest
    @CsvSource({"en", "zh-CN"})
    void pricesAreWhole(String language) {
        assertThat(read(language))
                .filteredOn(one -> one.containsKey("listPrice"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat((String) one.get("listPrice")).matches("\\d+"));
    }

    @Test
    void bothLanguagesHaveTheSameSamples() {
        assertThat(read("zh-CN"))
                .extracting(one -> one.get("object") + " " + one.get("key"))
                .isEqualTo(read("en").stream()
                        .map(one -> one.get("object") + " " + one.get("key"))
                        .toList());
    }

    private static List<Map<String, Object>> read(String language) {
        return DataFile.read(Samples.class, language, "records");
    }
}
