package io.guanxi.web.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.customers.Accounts;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldInputTest {

    private final ObjectDescriptor accounts = new Accounts().descriptor();

    private FieldInput input(String name) {
        return new FieldInput(accounts.require(name), ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void blankMeansNothing() {
        FieldInput name = input("name");
        name.setText("   ");

        assertThat(name.external()).isNull();
    }

    @Test
    void numbersMayBeGrouped() {
        FieldInput employees = input("employees");
        employees.setText("1,850");

        assertThat(employees.external()).isEqualTo(1850L);
    }

    @Test
    void whatIsNoNumberIsLeftToTheServiceToJudge() {
        FieldInput employees = input("employees");
        employees.setText("many");

        assertThat(employees.external()).isEqualTo("many");
    }

    @Test
    void anAmountGoesWithItsCurrency() {
        FieldInput revenue = input("annualRevenue");
        revenue.setText("1 250 000.50");
        revenue.setCurrency("CNY");

        assertThat(revenue.external()).isEqualTo(Map.of("amount", "1250000.50", "currency", "CNY"));
    }

    @Test
    void rowsOfAListInWhichNothingWasTypedAreLeftOut() {
        FieldInput phones = input("phones");
        phones.addRow("CN");
        phones.addRow("CN");
        phones.getRows().get(1).put("number", "+8613805712288");

        assertThat(phones.external()).isEqualTo(List.of(Map.of("label", "work", "number", "+8613805712288")));
    }

    @Test
    void whatWasReadAndNotChangedIsSentBackAsItWas() {
        List<Map<String, Object>> addresses =
                List.of(Map.of("label", "billing", "line1", "Obere Str. 57", "city", "Berlin", "country", "DE"));
        FieldInput input = input("addresses");
        input.fill(addresses, null);

        assertThat(input.external()).isEqualTo(addresses);
    }
}
