package io.guanxi.integrations.rest.openapi;

import io.guanxi.kernel.company.HolidaySet;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The routes of what a company is called, how its pages look and when it works. */
final class CompanyPaths {

    static final String TAG = "company";

    private static final String SCHEMA = "Company";
    private static final String DAY = "SpecialDay";
    private static final String BASE = "/v1/admin/company";

    private final Texts texts;
    private final CommonParts parts;

    CompanyPaths(Texts texts, CommonParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    void addTo(Map<String, Object> paths) {
        paths.put(BASE, Node.of("get", read(), "put", change()));
        paths.put(BASE + "/logo", Node.of("get", logo(), "put", putLogo(), "delete", removeLogo()));
        paths.put(BASE + "/days", Node.of("get", days()));
        paths.put(BASE + "/days/{date}", Node.of("put", putDay(), "delete", removeDay()));
    }

    private Map<String, Object> read() {
        return operation("read", "readCompany")
                .answer(200, texts.get("answer.record"), Node.schema(SCHEMA))
                .problems();
    }

    private Map<String, Object> change() {
        return operation("change", "changeCompany")
                .body(Node.content("application/json", Node.schema(SCHEMA)))
                .answer(200, texts.get("answer.record"), Node.schema(SCHEMA))
                .problems(400, 412, 413, 415, 422);
    }

    private Map<String, Object> logo() {
        return operation("logo", "readLogo")
                .answer(200, texts.get("answer.record"), null)
                .problems(404);
    }

    private Map<String, Object> putLogo() {
        return operation("putLogo", "putLogo")
                .body(Node.content("image/png", Node.of("type", "string", "format", "binary")))
                .answer(200, texts.get("answer.record"), Node.schema(SCHEMA))
                .problems(400, 413, 415, 422);
    }

    private Map<String, Object> removeLogo() {
        return operation("removeLogo", "removeLogo")
                .answer(204, texts.get("answer.done"), null)
                .problems();
    }

    private Map<String, Object> days() {
        return operation("days", "listSpecialDays")
                .parameters(List.of(Node.of("name", "year", "in", "query", "schema", Node.integer())))
                .answer(200, texts.get("answer.page"), Node.object("items", Node.list(Node.schema(DAY))))
                .problems(400);
    }

    private Map<String, Object> putDay() {
        return operation("putDay", "putSpecialDay")
                .parameters(List.of(date()))
                .body(Node.content(
                        "application/json",
                        Node.object(List.of("name"), "name", CommonParts.text(), "works", Node.of("type", "boolean"))))
                .answer(204, texts.get("answer.done"), null)
                .problems(400, 404, 413, 415, 422);
    }

    private Map<String, Object> removeDay() {
        return operation("removeDay", "removeSpecialDay")
                .parameters(List.of(date()))
                .answer(204, texts.get("answer.done"), null)
                .problems(404);
    }

    private Operation operation(String verb, String id) {
        return new Operation(parts, id, TAG, texts.get("operation.company." + verb))
                .description(texts.get("operation.cleansing.admin"));
    }

    private static Map<String, Object> date() {
        return Node.of(
                "name", "date", "in", "path", "required", true, "schema", Node.of("type", "string", "format", "date"));
    }

    void addSchemas(Map<String, Object> schemas) {
        Map<String, Object> company = new LinkedHashMap<>();
        company.put("name", Node.of("type", "string", "maxLength", 200));
        company.put("locale", Node.of("type", "string", "enum", List.of("en", "zh-CN")));
        company.put("zone", CommonParts.text());
        company.put("country", CommonParts.text());
        company.put("currency", CommonParts.text());
        company.put("accent", Node.of("type", List.of("string", "null"), "pattern", "^#[0-9a-fA-F]{6}$"));
        company.put(
                "holidays",
                Node.of(
                        "type",
                        List.of("string", "null"),
                        "enum",
                        Stream.concat(Arrays.stream(HolidaySet.values()).map(Enum::name), Stream.of((String) null))
                                .toList()));
        company.put("week", week());
        company.put("logo", Node.of("type", List.of("string", "null"), "readOnly", true));
        company.put("version", Node.of("type", "integer", "description", texts.get("member.company.version")));
        schemas.put(
                SCHEMA,
                Node.of(
                        "type",
                        "object",
                        "properties",
                        company,
                        "required",
                        List.of("name", "locale", "zone", "country", "currency", "week", "version")));
        schemas.put(
                DAY,
                Node.object(
                        "date",
                        Node.of("type", "string", "format", "date"),
                        "name",
                        CommonParts.text(),
                        "works",
                        Node.of("type", "boolean"),
                        "own",
                        Node.of("type", "boolean")));
    }

    private static Map<String, Object> week() {
        Map<String, Object> hours =
                Node.object(List.of("from", "until"), "from", CommonParts.text(), "until", CommonParts.text());
        Map<String, Object> days = new LinkedHashMap<>();
        Arrays.stream(DayOfWeek.values()).forEach(day -> days.put(day.name().toLowerCase(Locale.ROOT), hours));
        return Node.of("type", "object", "properties", days, "additionalProperties", false);
    }
}
