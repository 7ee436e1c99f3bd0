package io.guanxi.tenantadmin.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kernel.error.InvalidRecord;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What identity providers say of themselves, read with distrust. */
class ProviderDocumentsTest {

    private static final String ISSUER = "https://8.8.8.8/acme";
    private static final String ADDRESS = ISSUER + "/.well-known/openid-configuration";
    private static final String DOCUMENT = """
            {"issuer": "https://8.8.8.8/acme", "authorization_endpoint": "https://8.8.8.8/auth",
             "token_endpoint": "https://8.8.8.8/token", "jwks_uri": "https://8.8.8.8/keys"}""";

    private final OutsideAddresses outside = new OutsideAddresses(false);

    @Test
    void theIssuerLeadsToItsDocument() {
        assertThat(OidcDiscovery.address(ISSUER)).isEqualTo(ADDRESS);
        assertThat(OidcDiscovery.address(ISSUER + "/")).isEqualTo(ADDRESS);
        assertThat(OidcDiscovery.address(ADDRESS)).isEqualTo(ADDRESS);
    }

    @Test
    void aDocumentTellsWhereToAsk() {
        ProviderDetails details = read(DOCUMENT);
        assertThat(details.entity()).isEqualTo(ISSUER);
        assertThat(details.token()).contains("https://8.8.8.8/token");
        assertThat(details.userInfo()).isEmpty();
        assertThat(ProviderDetails.read(details.write())).isEqualTo(details);
    }

    @Test
    void aDocumentOfAnotherIssuerIsRefused() {
        refused(DOCUMENT.replace("8.8.8.8/acme", "8.8.8.8/other"), "oidc.issuer");
        // That of Microsoft for the people of all companies.
        refused(DOCUMENT.replace("8.8.8.8/acme", "8.8.8.8/{tenantid}"), "oidc.issuer");
    }

    @Test
    void aDocumentThatLeadsInsideIsRefused() {
        refused(DOCUMENT.replace("https://8.8.8.8/token", "https://169.254.169.254/token"), "outside.inside");
        refused(DOCUMENT.replace("https://8.8.8.8/keys", "http://8.8.8.8/keys"), "outside.https");
        refused(DOCUMENT.replace("https://8.8.8.8/auth", "javascript:alert(1)"), "outside.invalid");
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        refused("<html>", "oidc.document");
        refused("[1]", "oidc.document");
        refused("{}", "oidc.member");
    }

    @Test
    void metadataWithoutACertificateOrWithADocumentTypeAreRefused() {
        String descriptor = "<EntityDescriptor xmlns='urn:oasis:names:tc:SAML:2.0:metadata' entityID='x'>"
                + "<IDPSSODescriptor protocolSupportEnumeration='urn:oasis:names:tc:SAML:2.0:protocol'>"
                + "<SingleSignOnService Binding='urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST'"
                + " Location='https://8.8.8.8/sso'/></IDPSSODescriptor></EntityDescriptor>";
        refusedMetadata(descriptor, "saml.certificate");
        refusedMetadata("<!DOCTYPE a>" + descriptor, "saml.document");
        refusedMetadata("<EntityDescriptor xmlns='urn:oasis:names:tc:SAML:2.0:metadata'/>", "saml.document");
        refusedMetadata("{}", "saml.document");
    }

    private ProviderDetails read(String document) {
        return OidcDiscovery.read("/address", ADDRESS, document.getBytes(StandardCharsets.UTF_8), outside);
    }

    private void refused(String document, String code) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOfSatisfying(
                        InvalidRecord.class,
                        one -> assertThat(one.errors().get(0).code()).isEqualTo(code));
    }

    private void refusedMetadata(String document, String code) {
        assertThatThrownBy(() -> SamlMetadata.read("/metadata", document.getBytes(StandardCharsets.UTF_8), outside))
                .isInstanceOfSatisfying(
                        InvalidRecord.class,
                        one -> assertThat(one.errors().get(0).code()).isEqualTo(code));
    }
}
