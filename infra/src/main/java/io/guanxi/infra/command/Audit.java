package io.guanxi.infra.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.text.Text;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Set;

/** {@code audit verify}: computes the chains of seals again and tells the first seal of each that does not fit. */
final class Audit implements Command {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "audit";
    }

    /** Exit status 0 when every chain is whole, 1 when one is not or it cannot be told. */
    @Override
    public int run(Settings settings, List<String> words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words, Set.of(), Set.of("--tenant")).atMost(1);
        if (!arguments.word(0).filter("verify"::equals).isPresent()) {
            throw new UsageError(Text.of("help.audit"));
        }
        try {
            ManagementCall.Answer answer = ManagementCall.to(settings).verifyAudit(arguments.find("--tenant"));
            if (answer.succeeded()) {
                return print(JSON.readTree(answer.body()).path("tenants"));
            }
            System.err.println(Text.of("tenant.refused", Integer.toString(answer.status()), answer.body()));
        } catch (ConnectException nobodyThere) {
            System.err.println(Text.of("tenant.notUp", settings.localUrl()));
        }
        return 1;
    }

    private static int print(JsonNode tenants) {
        int status = 0;
        for (JsonNode tenant : tenants) {
            String slug = tenant.path("slug").asText();
            if (tenant.has("broken")) {
                System.err.println(broken(slug, tenant.path("broken")));
                status = 1;
            } else {
                System.out.println(Text.of(
                        "audit.whole",
                        slug,
                        tenant.path("seals").asText(),
                        tenant.path("entries").asText(),
                        tenant.path("waiting").asText(),
                        tenant.path("hash").asText()));
            }
        }
        return status;
    }

    private static String broken(String slug, JsonNode broken) {
        String what = Text.of("audit.broken." + broken.path("kind").asText());
        String where = broken.has("table")
                ? Text.of(
                        "audit.entry",
                        broken.path("table").asText(),
                        broken.path("entry").asText())
                : "";
        return Text.of("audit.broken", slug, broken.path("seal").asText(), what, where);
    }
}
