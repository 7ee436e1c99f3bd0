package io.guanxi.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final JsonLines lines = new JsonLines();

    @Test
    void everyRecordIsOneObjectOnOneLine() throws IOException {
        LogRecord entry = entry("two\nlines, a \"quote\", a tab\t, 客户 and \u0000 𠮷");
        String line = lines.format(entry);
        assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(json.path("message").asText()).isEqualTo(entry.getMessage());
        assertThat(json.path("level").asText()).isEqualTo("WARNING");
        assertThat(json.path("logger").asText()).isEqualTo("io.guanxi.test");
        assertThat(json.path("time").asText()).isEqualTo(entry.getInstant().toString());
        assertThat(json.has("tenant")).isFalse();
        assertThat(json.has("exception")).isFalse();
    }

    @Test
    void linesOfACallCarryItsTenantAndTrace() throws IOException {
        try (CallContext.Scope scope = CallContext.enter(Caller.system(42, TRACE))) {
            JsonNode json = new ObjectMapper().readTree(lines.format(entry("imported")));
            assertThat(json.path("tenant").isInt()).isTrue();
            assertThat(json.path("tenant").asInt()).isEqualTo(42);
            assertThat(json.path("traceId").asText()).isEqualTo(TRACE);
        }
    }

    @Test
    void requestsWithoutACallerAreTracedToo() throws IOException {
        try (Trace.Scope scope = Trace.enter(TRACE)) {
            JsonNode json = new ObjectMapper().readTree(lines.format(entry("refused")));
            assertThat(json.path("traceId").asText()).isEqualTo(TRACE);
        }
        assertThat(lines.format(entry("later"))).doesNotContain(TRACE);
    }

    @Test
    void parametersAreFilledIn() {
        LogRecord entry = entry("{0} rows");
        entry.setParameters(new Object[] {7});
        assertThat(lines.format(entry)).contains("\"7 rows\"");
    }

    @Test
    void exceptionsAreToldWithTheirCausesAndWithoutPersonalData() throws IOException {
        LogRecord entry = entry("failed");
        entry.setThrown(new IllegalStateException(
                "not written",
                new IllegalArgumentException("Duplicate entry '7-jane@acme.example' for key 'contact_mail'")));
        JsonNode json = new ObjectMapper().readTree(lines.format(entry));
        assertThat(json.path("exception").asText())
                .contains("IllegalStateException: not written", "Caused by: ", "contact_mail")
                .doesNotContain("jane", "acme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no invitation to SECRET@acme.example today",
                "SECRET.o'neil+crm@mail.acme.co.uk is taken",
                "王SECRET@例子.公司 wurde abgelehnt",
                "token eyJSECRETbGciOiJSUzI1NiJ9.eyJSECRETiJ9.SECRET_x-Z refused",
                "cut off: eyJSECREThbGci",
                "Authorization: Bearer SECRETx",
                "GET /oidc/callback?state=SECRET&code=SECRET-1.2&iss=x",
                "client_secret: SECRET, next",
                "Cookie: JSESSIONID=SECRET; theme=dark",
                "jdbc:mysql://guanxi:SECRET@127.0.0.1:3306/guanxi?password=SECRET",
                "Duplicate entry '12-SECRET \\' Ltd' for key 'name'",
                "Incorrect string value: 'SECRET' for column `name`"
            })
    void personalDataAndSecretsAreBlankedOut(String message) {
        assertThat(lines.format(entry(message))).contains("***").doesNotContain("SECRET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.guanxi.kernel.job.JobQueue@1a2b3c4d started",
                "http://localhost:8080/app answers 503",
                "Account 0H3KZ5Q8R4T2V was restored at 2026-11-22T09:50:00Z",
                "error code 1020, state was 40001"
            })
    void whatHelpsStays(String message) {
        assertThat(lines.format(entry(message))).contains(message);
    }

    private static LogRecord entry(String message) {
        LogRecord entry = new LogRecord(Level.WARNING, message);
        entry.setLoggerName("io.guanxi.test");
        return entry;
    }
}
