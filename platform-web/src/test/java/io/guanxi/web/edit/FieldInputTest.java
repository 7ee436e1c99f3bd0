package io.guanxi.web.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.customers.Accounts;
import io.guanxi.customers.Contacts;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.web.format.Formats;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldInputTest {

    private static final Formats FORMATS = new Formats(Locale.ENGLISH, ZoneId.of("Asia/Shanghai"), "DE");

    private final ObjectDescriptor accounts = new Accounts().descriptor();

    private FieldInput input(String name) {
        return new FieldInput(accounts.require(name), FORMATS);
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

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-05-04", "May 4, 2026", "4 May 2026", "4.5.2026", "04/05/2026", "2026年5月4日", "２０２６/5/4"})
    void aDateIsUnderstoodInAnyForm(String typed) {
        FieldInput birthday = new FieldInput(new Contacts().descriptor().require("birthday"), FORMATS);
        birthday.setText(typed);

        assertThat(birthday.external()).isEqualTo("2026-05-04");
    }

    @Test
    void whatIsNoDateIsNeverTakenForNone() {
        FieldInput birthday = new FieldInput(new Contacts().descriptor().require("birthday"), FORMATS);
        birthday.setText("next spring");

        assertThat(birthday.external()).isEqualTo("next spring");
    }

    @Test
    void aTimeIsToldInTheReadersZoneAndKeepsItsSecondsWhenItIsNotTouched() {
        FieldInput created = input("createdAt");
        created.fill("2026-05-04T02:30:15Z", null);

        assertThat(created.getText()).isEqualTo("May 4, 2026 10:30");
        assertThat(created.external()).isEqualTo("2026-05-04T02:30:15Z");
        created.setText("2026-05-05 10:31");
        assertThat(created.external()).isEqualTo("2026-05-05T02:31:00Z");
    }
}
