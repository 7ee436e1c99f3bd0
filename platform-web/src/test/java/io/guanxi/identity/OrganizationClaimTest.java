package io.guanxi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrganizationClaimTest {

    private static final Membership ACME = new Membership(1001, "acme");
    private static final Membership GLOBEX = new Membership(1002, "globex");

    @Test
    void anObjectByAliasNamesTheTenant() {
        assertThat(OrganizationClaim.read(Map.of("acme", Map.of("id", "a2e8685f", "tenant_id", List.of("1001")))))
                .containsExactly(ACME);
    }

    @Test
    void anObjectWithSeveralAliasesNamesSeveralTenants() {
        assertThat(OrganizationClaim.read(Map.of(
                        "acme", Map.of("tenant_id", List.of("1001")), "globex", Map.of("tenant_id", List.of("1002")))))
                .containsExactlyInAnyOrder(ACME, GLOBEX);
    }

    @Test
    void aListOfObjectsNamesSeveralTenants() {
        assertThat(OrganizationClaim.read(List.of(
                        Map.of("acme", Map.of("tenant_id", "1001")), Map.of("globex", Map.of("tenant_id", 1002L)))))
                .containsExactly(ACME, GLOBEX);
    }

    @Test
    void bareAliasesNameNoTenant() {
        assertThat(OrganizationClaim.read(List.of("acme", "globex"))).isEmpty();
    }

    @Test
    void anOrganizationWithoutOneValidTenantIdIsNoMembership() {
        assertThat(OrganizationClaim.read(Map.of(
                        "none", Map.of("id", "x"),
                        "two", Map.of("tenant_id", List.of("1001", "1002")),
                        "zero", Map.of("tenant_id", List.of("0")),
                        "negative", Map.of("tenant_id", List.of("-5")),
                        "words", Map.of("tenant_id", List.of("1001 OR 1=1")),
                        "empty", Map.of("tenant_id", List.of()))))
                .isEmpty();
    }

    @Test
    void aMissingOrForeignClaimNamesNoTenant() {
        assertThat(OrganizationClaim.read(null)).isEmpty();
        assertThat(OrganizationClaim.read("acme")).isEmpty();
        assertThat(OrganizationClaim.read(1001)).isEmpty();
    }
}
