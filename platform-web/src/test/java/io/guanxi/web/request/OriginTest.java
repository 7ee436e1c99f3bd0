package io.guanxi.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    private static final TrustedProxies TRUSTED = new TrustedProxies("127.0.0.1, 10.0.0.0/8 2001:db8::/32");

    @Test
    void aStrangerIsNotBelieved() {
        assertThat(origin("192.0.2.7", Map.of("X-Forwarded-For", "127.0.0.1", "X-Forwarded-Proto", "https")))
                .isEmpty();
    }

    @Test
    void aTrustedProxyWithoutHeadersIsTheClientItself() {
        assertThat(origin("127.0.0.1", Map.of())).isEmpty();
    }

    @Test
    void theProxyTellsAddressSchemeAndHost() {
        Map<String, String> headers = Map.of(
                "X-Forwarded-For", "198.51.100.4",
                "X-Forwarded-Proto", "https",
                "X-Forwarded-Host", "crm.acme.example");
        assertThat(origin("127.0.0.1", headers))
                .contains(new Origin("198.51.100.4", Optional.of("https"), Optional.of("crm.acme.example")));
    }

    @Test
    void whatAStrangerWroteBeforeTheProxyIsNotBelieved() {
        assertThat(origin("10.0.0.1", Map.of("X-Forwarded-For", "127.0.0.1, 198.51.100.4, 10.9.9.9")))
                .map(Origin::client)
                .contains("198.51.100.4");
    }

    @Test
    void theStandardHeaderIsReadTheSameWay() {
        Map<String, String> headers = Map.of(
                "Forwarded",
                "for=\"[2001:db9::1]:4711\";proto=https;host=crm.acme.example, for=10.1.2.3:80;proto=http;by=10.0.0.1");
        assertThat(origin("2001:db8::5", headers))
                .contains(new Origin("2001:db9::1", Optional.of("https"), Optional.of("crm.acme.example")));
    }

    @Test
    void hiddenClientsAreNobodyWhomWeTrust() {
        assertThat(origin("10.0.0.1", Map.of("Forwarded", "for=127.0.0.1, for=_hidden")))
                .map(Origin::client)
                .contains("_hidden");
    }

    @Test
    void nonsenseSchemesAndHostsAreNotTaken() {
        Map<String, String> headers = Map.of(
                "X-Forwarded-For", "198.51.100.4", "X-Forwarded-Proto", "javascript", "X-Forwarded-Host", "a b/c");
        assertThat(origin("10.0.0.1", headers))
                .contains(new Origin("198.51.100.4", Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0", "::1/x", "10.0.0.0/-1"})
    void aListThatCannotBeUnderstoodIsRefused(String list) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TrustedProxies(list));
    }

    private static Optional<Origin> origin(String remote, Map<String, String> headers) {
        return Origin.of(request(remote, headers), TRUSTED);
    }

    private static HttpServletRequest request(String remote, Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                OriginTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getRemoteAddr")
                        ? remote
                        : values(headers.get(Arrays.asList(arguments).get(0))));
    }

    private static Enumeration<String> values(String header) {
        return header == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(header));
    }
}
