package io.guanxi.infra.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptConnectionTest {

    private static final String LONG = "x".repeat(200_000);

    private HttpServer server;
    private KeptConnection connection;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/sized", "short", false);
        answer("/chunked", LONG, true);
        server.start();
        connection = new KeptConnection("127.0.0.1", server.getAddress().getPort());
    }

    @AfterEach
    void stop() throws IOException {
        connection.close();
        server.stop(0);
    }

    @Test
    void answersOfBothKindsAreReadOneAfterTheOther() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(get("/sized").text()).isEqualTo("short");
            assertThat(get("/chunked").text()).isEqualTo(LONG);
        }
        assertThat(get("/nowhere").status()).isEqualTo(404);
    }

    @Test
    void aBrokenConnectionIsAnErrorAndTheNextRequestANewOne() throws IOException {
        get("/sized");
        server.stop(0);
        assertThatThrownBy(() -> get("/sized")).isInstanceOf(IOException.class);
    }

    private KeptConnection.Answer get(String path) throws IOException {
        return connection.send(
                ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void answer(String path, String text, boolean chunked) {
        server.createContext(path, exchange -> {
            byte[] body = text.getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, chunked ? 0 : body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }
}
