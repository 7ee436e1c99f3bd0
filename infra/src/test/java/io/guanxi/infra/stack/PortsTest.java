package io.guanxi.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.infra.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aPortInUseIsNamedWithItsPartAndTheVariableThatMovesIt() throws IOException {
        try (ServerSocket somebody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Part mail = mailOn(somebody.getLocalPort());
            assertThatThrownBy(() -> Ports.requireFree(mail))
                    .isInstanceOf(PartFailed.class)
                    .hasMessageContaining(Integer.toString(somebody.getLocalPort()))
                    .hasMessageContaining("mail")
                    .hasMessageContaining("GUANXI_SMTP_PORT");
        }
    }

    @Test
    void aFreePortIsTaken() throws IOException {
        Part mail = mailOn(Ports.free());
        assertThatCode(() -> Ports.requireFree(mail)).doesNotThrowAnyException();
    }

    @Test
    void onlyAListenerAnswers() throws IOException {
        int free = Ports.free();
        assertThat(Ports.answers(free)).isFalse();
    }

    @Test
    void whoeverListensButDoesNotSpeakDoesNotGreet() throws IOException {
        try (ServerSocket stillStarting = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.answers(stillStarting.getLocalPort())).isTrue();
            assertThat(Ports.greets(stillStarting.getLocalPort())).isFalse();
        }
    }

    private static Part mailOn(int port) throws IOException {
        Settings settings = Settings.of(
                Map.of("GUANXI_SMTP_PORT", Integer.toString(port), "GUANXI_IMAP_PORT", Integer.toString(Ports.free())));
        return new MailPart(settings, new Distribution(Path.of("target")));
    }
}
