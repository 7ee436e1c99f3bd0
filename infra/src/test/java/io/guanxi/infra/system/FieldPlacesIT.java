package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of layouts and views when a field goes that they name. */
@SystemTest
class FieldPlacesIT {

    private static final String FIELDS = "admin/objects/product-categories/fields";
    private static final String LAYOUTS = "admin/objects/product-categories/layouts";

    private final Api admin;
    private final Api sales;
    private final String name = "f" + Samples.word();
    private final List<String> views = new ArrayList<>();
    private String field;

    FieldPlacesIT(RunningSystem system) {
        admin = system.person("owner@acme.example");
        sales = system.person("sales@acme.example");
    }

    @BeforeEach
    void makeAField() {
        List<Map<String, Object>> choices = List.of(
                Map.of("value", "one", "labels", Map.of("en", "One")),
                Map.of("value", "two", "labels", Map.of("en", "Two")));
        Map<String, Object> definition =
                Map.of("name", name, "type", "choice", "labels", Map.of("en", name), "choices", choices);
        field = FIELDS + "/" + admin.post(FIELDS, definition).expect(201).id();
    }

    @AfterEach
    void clearUp() {
        views.forEach(view -> {
            admin.delete(view);
            sales.delete(view);
        });
        admin.delete(LAYOUTS);
        admin.put(LAYOUTS + "/record-type-field", Collections.singletonMap("recordTypeField", null));
        admin.delete(field);
    }

    @Test
    void layoutsAndColumnsAreToldBeforehandAndGoOnWithoutTheField() {
        admin.put(
                        LAYOUTS,
                        Map.of(
                                "sections",
                                List.of(Map.of(
                                        "labels", Map.of("en", "All"), "fields", List.of("name", "custom." + name))),
                                "keyFigures",
                                List.of("custom." + name)))
                .expect(200);
        String columns = view(admin, "Columns", true, Map.of("columns", columns("name", "custom." + name)));
        String sorted = view(sales, "Sorted", false, Map.of("columns", columns("custom." + name)));
        JsonNode uses = admin.get(field + "/uses").expect(200).json().path("items");
        assertThat(uses.findValuesAsText("holds")).containsOnly("false");
        assertThat(uses.findValuesAsText("kind")).contains("Layout", "View");
        assertThat(uses.findValuesAsText("name")).contains("Columns " + name, "one private view of somebody else");
        admin.delete(field).expect(204);
        assertThat(admin.get(LAYOUTS).expect(200).text()).contains("name").doesNotContain(name);
        assertThat(admin.get(columns).expect(200).json().path("columns")).hasSize(1);
        assertThat(sales.get(sorted).expect(200).text()).doesNotContain("custom." + name);
    }

    @Test
    void aFieldThatAFilterAGroupOrAColourNeedsStaysAndTheViewIsNamed() {
        List<Map<String, Object>> needs = List.of(
                Map.of("filter", "custom." + name + "==one"),
                Map.of("groupBy", "custom." + name),
                Map.of("colours", List.of(Map.of("filter", "custom." + name + "==one", "colour", "red"))));
        for (Map<String, Object> settings : needs) {
            String view = view(admin, "Needs", true, settings);
            assertThat(admin.delete(field).expectProblem(409, "rule-broken").text())
                    .contains("Needs " + name);
            admin.delete(view).expect(204);
        }
        admin.delete(field).expect(204);
    }

    @Test
    void aPrivateViewOfSomebodyElseKeepsNobodyFromTakingAFieldAway() {
        String view = view(sales, "Private", false, Map.of("filter", "custom." + name + "==one;name==A*"));
        admin.delete(field).expect(204);
        assertThat(sales.get(view).expect(200).json().path("missing").toString())
                .contains("custom." + name);
    }

    @Test
    void theFieldThatGivesRecordsTheirTypeStaysAndSoDoesATypeWithALayout() {
        admin.put(LAYOUTS + "/record-type-field", Map.of("recordTypeField", "custom." + name))
                .expect(200);
        assertThat(admin.delete(field).expectProblem(409, "rule-broken").text()).contains("Layout");
        Map<String, Object> ofType = new LinkedHashMap<>();
        ofType.put("recordType", "one");
        ofType.put("sections", List.of(Map.of("labels", Map.of("en", "All"), "fields", List.of("name"))));
        admin.put(LAYOUTS, ofType).expect(200);
        List<Map<String, Object>> left = List.of(Map.of("value", "two", "labels", Map.of("en", "Two")));
        admin.request("PATCH", field).mergePatch(Map.of("choices", left)).send().expectProblem(409, "rule-broken");
    }

    private static List<Map<String, Object>> columns(String... fields) {
        return List.of(fields).stream()
                .map(one -> Map.<String, Object>of("field", one))
                .toList();
    }

    private String view(Api who, String title, boolean shared, Map<String, Object> settings) {
        Map<String, Object> view = new LinkedHashMap<>(settings);
        view.put("object", "product-categories");
        view.put("name", title + " " + name);
        view.put("shared", shared);
        String path = "views/" + who.post("views", view).expect(201).id();
        views.add(path);
        return path;
    }
}
