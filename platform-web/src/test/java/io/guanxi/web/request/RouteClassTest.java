package io.guanxi.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteClassTest {

    @ParameterizedTest
    @CsvSource({
        "/, OTHER",
        "/app, PAGE_HOME",
        "/app/accounts, PAGE_LIST",
        "/app/accounts/0H3KZ5Q8R4T2V, PAGE_RECORD",
        "/app/accounts/0H3KZ5Q8R4T2V/edit, PAGE_OTHER",
        "/api/v1/accounts, API_COLLECTION",
        "/api/v1/accounts/0H3KZ5Q8R4T2V, API_ITEM",
        "/api/v1/accounts/0H3KZ5Q8R4T2V/history, API_OTHER",
        "/api/openapi.json, API_OTHER",
        "/jakarta.faces.resource/gx.js.xhtml, ASSET",
        "/oidc/callback, LOG_IN",
        "/health/ready, OPERATIONS",
        "/owner@acme.example, OTHER"
    })
    void namesTellTheKindOfAddressAndNothingElse(String path, RouteClass expected) {
        assertThat(RouteClass.of(path)).isEqualTo(expected);
    }
}
