package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Contents of documents go in and out as they are, and to nobody else. */
@SystemTest
class DocumentsIT {

    private static final String ANY = "application/octet-stream";
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.US_ASCII);

    private final RunningSystem system;
    private final Api acme;
    private final Api globex;
    private final String word = Samples.word();

    DocumentsIT(RunningSystem system) {
        this.system = system;
        acme = system.partner("acme-partner");
        globex = system.partner("globex-partner");
    }

    @Test
    void aContentComesOutAsItWentInUnderItsNameAndToBeSaved() {
        String id = document();
        Answer stored = upload(id, "报价 2026.png", PDF).expect(200);
        assertThat(stored.json().path("mediaType").asText()).isEqualTo("application/pdf");
        assertThat(stored.json().path("sizeBytes").asInt()).isEqualTo(PDF.length);
        assertThat(stored.json().path("checksum").asText()).hasSize(64);
        Answer out = acme.get("documents/" + id + "/content").expect(200);
        assertThat(out.response().body()).isEqualTo(PDF);
        assertThat(out.header("Content-Type")).startsWith("application/pdf");
        assertThat(out.header("Content-Disposition"))
                .startsWith("attachment; filename=\"__ 2026.png\"")
                .endsWith("filename*=UTF-8''%E6%8A%A5%E4%BB%B7%202026.png");
        assertThat(out.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(out.header("Content-Security-Policy")).contains("sandbox");
        acme.request("GET", "documents/" + id + "/content")
                .header("If-None-Match", out.header("ETag"))
                .send()
                .expect(304);
    }

    @Test
    void aPageIsNotServedAsAPage() {
        String id = document();
        upload(id, "x.html", "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8))
                .expect(200);
        assertThat(acme.get("documents/" + id + "/content").header("Content-Type"))
                .startsWith(ANY);
    }

    @Test
    void aNewContentTakesThePlaceOfTheOldOne() throws IOException {
        String id = document();
        upload(id, "a.pdf", PDF).expect(200);
        long before = contents();
        Answer second = acme.request("PUT", "documents/" + id + "/content")
                .body(
                        "multipart/form-data; boundary=b",
                        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"b.txt\"\r\n\r\nwords\r\n--b--\r\n")
                .send()
                .expect(200);
        assertThat(second.json().path("fileName").asText()).isEqualTo("b.txt");
        assertThat(acme.get("documents/" + id + "/content").text()).isEqualTo("words");
        assertThat(contents()).isEqualTo(before);
        assertThat(acme.get("documents/" + id + "/history").expect(200).text()).contains("a.pdf", "b.txt");
    }

    @Test
    void programsAndWhatIsTooLargeAreRefused() {
        String id = document();
        assertThat(upload(id, "photo.jpg", new byte[] {
                            0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 62, 0
                        })
                        .expectProblem(422, "invalid-record")
                        .json()
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("document.refused");
        upload(id, "a.txt", new byte[0]).expectProblem(422, "invalid-record");
        upload(id, "a.bin", new byte[25 * 1024 * 1024 + 1]).expect(413);
        acme.get("documents/" + id + "/content").expect(404);
    }

    @Test
    void anotherTenantSeesNeitherTheDocumentNorItsContent() {
        String id = document();
        upload(id, "a.pdf", PDF).expect(200);
        globex.get("documents/" + id).expect(404);
        globex.get("documents/" + id + "/content").expect(404);
        globex.request("PUT", "documents/" + id + "/content")
                .body(ANY, PDF)
                .send()
                .expect(404);
        assertThat(acme.get("documents/" + id + "/content").response().body()).isEqualTo(PDF);
    }

    @Test
    void aDocumentIsAboutARecordThatIsThere() {
        String account = acme.post("accounts", Map.of("name", word)).expect(201).id();
        String document = acme.post(
                        "documents", Map.of("name", word, "relatedObject", "accounts", "relatedId", account))
                .expect(201)
                .id();
        assertThat(acme.get("documents?filter=relatedId==" + account)
                        .json()
                        .path("items")
                        .findValuesAsText("id"))
                .containsExactly(document);
        for (String foreign : List.of(
                "0H3KZ5Q8R4T2V",
                globex.post("accounts", Map.of("name", word)).expect(201).id())) {
            assertThat(acme.post("documents", Map.of("name", word, "relatedObject", "accounts", "relatedId", foreign))
                            .expectProblem(422, "invalid-record")
                            .json()
                            .at("/errors/0/code")
                            .asText())
                    .isEqualTo("reference.unknown");
        }
    }

    private String document() {
        return acme.post("documents", Map.of("name", "D " + word)).expect(201).id();
    }

    private Answer upload(String id, String name, byte[] content) {
        return acme.request("PUT", "documents/" + id + "/content?fileName=" + Api.encoded(name))
                .body(ANY, content)
                .send();
    }

    /** Contents that the tenant has in the folder of the home. */
    private long contents() throws IOException {
        Path folder = system.home().folder().resolve("files/1001");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
