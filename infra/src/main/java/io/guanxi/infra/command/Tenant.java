package io.guanxi.infra.command;

import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.text.Text;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Set;

/**
 * {@code tenant create}: a new subscriber, whose owner is sent an invitation. {@code backup}, {@code restore} and {@code import}:
 * all data of one, see {@link TenantData}.
 */
final class Tenant implements Command {

    @Override
    public String name() {
        return "tenant";
    }

    @Override
    public int run(Settings settings, List<String> words) throws IOException, InterruptedException {
        if (!words.isEmpty() && TenantData.WORDS.contains(words.get(0))) {
            return new TenantData(settings).run(words);
        }
        Arguments arguments = new Arguments(words, Set.of(), Set.of("--name", "--owner", "--slug")).atMost(1);
        if (!arguments.word(0).filter("create"::equals).isPresent()) {
            throw new UsageError(Text.of("help.tenant"));
        }
        String name = arguments.require("--name");
        String owner = arguments.require("--owner");
        try {
            ManagementCall.Answer answer =
                    ManagementCall.to(settings).createTenant(name, owner, arguments.find("--slug"));
            if (answer.succeeded()) {
                System.out.println(Text.of("tenant.created", name, owner));
                return 0;
            }
            System.err.println(Text.of("tenant.refused", Integer.toString(answer.status()), answer.body()));
        } catch (ConnectException nobodyThere) {
            System.err.println(Text.of("tenant.notUp", settings.localUrl()));
        }
        return 1;
    }
}
