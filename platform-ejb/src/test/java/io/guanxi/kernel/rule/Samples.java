package io.guanxi.kernel.rule;

import static io.guanxi.kernel.object.FieldBuilder.choice;
import static io.guanxi.kernel.object.FieldBuilder.field;
import static io.guanxi.kernel.object.FieldBuilder.list;
import static io.guanxi.kernel.object.FieldBuilder.longText;
import static io.guanxi.kernel.object.FieldBuilder.reference;
import static io.guanxi.kernel.object.FieldBuilder.text;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One object with a field of every kind, and one record of it. */
final class Samples {

    static final ObjectDescriptor OBJECT = ObjectDescriptor.named("account", "accounts", null)
            .bundle("io.guanxi.kernel.rule.samples")
            .fields(
                    text("name", 200),
                    choice("status", "active", "inactive", "archived"),
                    choice("type", "prospect", "customer", "partner"),
                    field("employees", FieldType.INTEGER),
                    field("price", FieldType.DECIMAL),
                    field("discount", FieldType.DECIMAL),
                    field("annualRevenue", FieldType.MONEY),
                    field("creditLimit", FieldType.MONEY),
                    field("vip", FieldType.BOOLEAN),
                    field("blocked", FieldType.BOOLEAN),
                    field("since", FieldType.DATE),
                    field("until", FieldType.DATE),
                    field("country", FieldType.COUNTRY),
                    field("city", FieldType.TEXT),
                    longText("description", 2000),
                    list("phones", FieldType.PHONES, "work", "mobile"),
                    list("emails", FieldType.EMAILS, "work", "billing"),
                    reference("parent", "account"),
                    field("owner", FieldType.MEMBER))
            .build();

    static final RuleEnvironment ENVIRONMENT =
            RuleEnvironment.builder(OBJECT).withOld().build();

    private Samples() {}

    /** A record in which {@code discount}, {@code creditLimit}, {@code until} and others have no value. */
    static Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("name", "Jade Tea House");
        values.put("status", "active");
        values.put("employees", 42);
        values.put("price", new BigDecimal("100"));
        values.put("annualRevenue", Map.of("amount", "250000.50", "currency", "CNY"));
        values.put("vip", true);
        values.put("since", "2024-02-29");
        values.put("country", "CN");
        values.put("createdAt", "2026-11-20T08:30:00Z");
        values.put("owner", "0abc");
        values.put(
                "phones",
                List.of(
                        Map.of("label", "work", "number", "+862112345678"),
                        Map.of("label", "mobile", "number", "+8613912345678")));
        return values;
    }

    /** The record, changed from one in Germany with the same revenue, on 2026-11-22 in Shanghai. */
    static RuleInput input() {
        return RuleInput.of(values())
                .withOld(Map.of(
                        "country",
                        "DE",
                        "employees",
                        42,
                        "annualRevenue",
                        Map.of("amount", "250000.5", "currency", "CNY")))
                .withUser("0me", "ADMIN")
                .at(Instant.parse("2026-11-22T08:30:00Z"), ZoneId.of("Asia/Shanghai"));
    }

    static Object evaluate(String source) {
        return evaluate(source, RuleType.ANY);
    }

    static Object evaluate(String source, RuleType type) {
        return RuleCompiler.compile(source, ENVIRONMENT, type).evaluate(input());
    }
}
