package io.guanxi.kernel.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.customers.Accounts;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergedValuesTest {

    private final ObjectDescriptor accounts = new Accounts().descriptor();

    private static RecordView account(String id, String label, String... addresses) {
        List<Map<String, Object>> emails = Arrays.stream(addresses)
                .map(address -> Map.<String, Object>of("label", label, "address", address))
                .toList();
        return new RecordView("account", id, 1, false, null, Map.of("emails", emails), Map.of());
    }

    @Test
    void anAddressInCapitalsOrUnderAnotherLabelIsThereAlready() {
        RecordView survivor = account("A", "work", "info@example.com");
        RecordView other = account("B", "billing", "INFO@Example.com");

        assertThat(MergedValues.patch(accounts, List.of(survivor, other), Map.of()))
                .isEmpty();
    }

    @Test
    void whatTheOthersHaveMoreIsAddedInTheirOrder() {
        RecordView survivor = account("A", "work", "info@example.com");
        RecordView other = account("B", "work", "sales@example.com", "Info@example.com");

        assertThat(MergedValues.patch(accounts, List.of(survivor, other), Map.of()))
                .containsEntry(
                        "emails",
                        List.of(
                                Map.of("label", "work", "address", "info@example.com"),
                                Map.of("label", "work", "address", "sales@example.com")));
    }
}
