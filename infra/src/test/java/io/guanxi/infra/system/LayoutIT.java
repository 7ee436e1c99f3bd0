package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.SystemTest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SystemTest
class LayoutIT {

    private static final String LAYOUTS = "admin/objects/product-categories/layouts";

    private final Api admin;
    private final Api member;
    private final Api partner;
    private final Api globexAdmin;

    LayoutIT(RunningSystem system) {
        admin = system.person("owner@acme.example");
        member = system.person("sales@acme.example");
        partner = system.partner("acme-partner");
        globexAdmin = system.person("owner@globex.example");
    }

    @AfterEach
    void backToWhatIsShipped() {
        admin.delete(LAYOUTS);
        admin.delete(LAYOUTS + "?role=MEMBER");
        admin.put(
                "admin/objects/accounts/layouts/record-type-field", Collections.singletonMap("recordTypeField", null));
    }

    private static Map<String, Object> layout(String... fields) {
        return Map.of("sections", List.of(Map.of("labels", Map.of("en", "All"), "fields", List.of(fields))));
    }

    @Test
    void aLayoutIsKeptReplacedAndTakenAway() {
        admin.put(LAYOUTS, layout("name")).expect(200);
        admin.put(LAYOUTS, layout("description", "name")).expect(200);
        JsonNode items = admin.get(LAYOUTS).expect(200).json().path("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).at("/sections/0/fields")).hasToString("[\"description\",\"name\"]");
        admin.delete(LAYOUTS).expect(204);
        assertThat(admin.get(LAYOUTS).expect(200).json().path("items")).isEmpty();
        admin.delete(LAYOUTS).expectProblem(404, "not-found");
    }

    @Test
    void roleAndTypeMakeLayoutsOfTheirOwn() {
        admin.put(LAYOUTS, layout("name")).expect(200);
        Map<String, Object> ofMembers = new HashMap<>(layout("description", "name"));
        ofMembers.put("role", "MEMBER");
        admin.put(LAYOUTS, ofMembers).expect(200);
        assertThat(admin.get(LAYOUTS).expect(200).json().path("items")).hasSize(2);
        Map<String, Object> ofNobody = new HashMap<>(layout("name"));
        ofNobody.put("role", "EMPEROR");
        ofNobody.put("recordType", "huge");
        assertThat(admin.put(LAYOUTS, ofNobody)
                        .expectProblem(422, "invalid-record")
                        .json()
                        .path("errors")
                        .findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/recordType", "/role");
    }

    @Test
    void aChoiceTellsTypesApartAndNothingElseDoes() {
        String accounts = "admin/objects/accounts/layouts";
        admin.put(accounts + "/record-type-field", Map.of("recordTypeField", "name"))
                .expectProblem(422, "invalid-record");
        JsonNode said = admin.put(accounts + "/record-type-field", Map.of("recordTypeField", "type"))
                .expect(200)
                .json();
        assertThat(said.path("recordTypeField").asText()).isEqualTo("type");
    }

    @Test
    void whatIsWrongIsToldAtItsPlaceAndNothingIsKept() {
        JsonNode errors = admin.put(LAYOUTS, layout("name", "nonsense", "name"))
                .expectProblem(422, "invalid-record")
                .json()
                .path("errors");
        assertThat(errors.findValuesAsText("pointer")).containsExactly("/sections/0/fields/1", "/sections/0/fields/2");
        assertThat(admin.get(LAYOUTS).expect(200).json().path("items")).isEmpty();
    }

    @Test
    void onlyAdminsArrangeAndOnlyTheirOwnCompany() {
        member.put(LAYOUTS, layout("name")).expectProblem(403, "access-denied");
        partner.get(LAYOUTS).expectProblem(403, "access-denied");
        admin.put(LAYOUTS, layout("name")).expect(200);
        assertThat(globexAdmin.get(LAYOUTS).expect(200).json().path("items")).isEmpty();
        globexAdmin.delete(LAYOUTS).expectProblem(404, "not-found");
    }
}
