package io.guanxi.infra.command;

import io.guanxi.infra.settings.Setting;
import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.stack.Stack;
import io.guanxi.infra.text.Text;
import java.io.IOException;
import java.nio.file.Files;

/** What a newcomer needs to know once everything runs: where things are and who can log in. */
final class Welcome {

    private Welcome() {}

    static void print(Stack stack) throws IOException {
        Settings settings = stack.settings();
        System.out.println();
        line("welcome.product", stack.url() + "/");
        line("welcome.api", stack.url() + "/api/v1/openapi.json");
        if (!settings.isGiven(Setting.OIDC_ISSUER)) {
            line("welcome.keycloak", stack.keycloakUrl() + "/admin/");
        }
        if (!settings.isGiven(Setting.SMTP_URL)) {
            line("welcome.mail", "imap://127.0.0.1:" + settings.get(Setting.IMAP_PORT));
        }
        line("welcome.home", settings.home());
        System.out.println();
        if (settings.demo()) {
            System.out.println(Text.of("welcome.demo"));
        }
        if (Files.exists(stack.home().setupLink())) {
            line("welcome.setup", Files.readString(stack.home().setupLink()).strip());
        }
        System.out.println();
    }

    private static void line(String key, Object value) {
        System.out.println(Text.of(key, value.toString()));
    }
}
