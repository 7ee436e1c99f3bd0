package io.guanxi.kernel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditValuesTest {

    private record Inner(String name, String apiKey) {}

    private record Setting(String name, int most, Optional<String> field, List<Inner> parts) {}

    @Test
    void onlyWhatDiffersIsKept() {
        Setting before = new Setting("A", 1, Optional.empty(), List.of());
        Setting after = new Setting("A", 2, Optional.of("x"), List.of());
        assertThat(AuditValues.difference(before, after))
                .isEqualTo(Map.of("most", List.of(1, 2), "field", Arrays.asList(null, "x")));
        assertThat(AuditValues.difference(before, before)).isEmpty();
    }

    @Test
    void whatIsNewHasNoBeforeAndWhatIsGoneNoAfter() {
        assertThat(AuditValues.difference(null, Map.of("a", 1))).isEqualTo(Map.of("a", Arrays.asList(null, 1)));
        assertThat(AuditValues.difference(Map.of("a", 1), null)).isEqualTo(Map.of("a", Arrays.asList(1, null)));
    }

    @Test
    void secretsAreNeverWrittenHoweverDeepTheyAre() {
        Map<String, Object> changes = AuditValues.difference(
                Map.of("clientSecret", "old one"),
                Map.of(
                        "clientSecret",
                        "new one",
                        "nested",
                        Map.of("password", "hunter2"),
                        "parts",
                        List.of(new Inner("x", "key one"))));
        assertThat(changes.toString())
                .doesNotContain("old one", "new one", "hunter2", "key one")
                .contains(AuditValues.MASK, "name=x");
        assertThat(changes).containsKeys("clientSecret", "nested", "parts");
    }
}
