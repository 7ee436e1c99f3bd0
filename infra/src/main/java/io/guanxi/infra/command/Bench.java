package io.guanxi.infra.command;

import io.guanxi.infra.bench.ApiBench;
import io.guanxi.infra.settings.Secrets;
import io.guanxi.infra.settings.Secrets.Secret;
import io.guanxi.infra.settings.Setting;
import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.stack.ApplicationEnvironment;
import io.guanxi.infra.stack.Home;
import io.guanxi.infra.stack.Stack;
import io.guanxi.infra.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code bench api}: measures what runs, or starts everything for it and stops it afterwards. */
final class Bench implements Command {

    private static final int CONFLICT = 409;

    /** For so long the compiler of the application still takes a good part of the processors, and its time is counted. */
    private static final int WARM_UP_SECONDS = 60;

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public int run(Settings settings, List<String> words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(
                        words,
                        Set.of(),
                        Set.of(
                                "--accounts",
                                "--tenants",
                                "--fields",
                                "--objects",
                                "--seconds",
                                "--warm-up",
                                "--connections",
                                "--only"))
                .atMost(1);
        if (arguments.word(0).filter("api"::equals).isEmpty()) {
            throw new UsageError(Text.of("help.bench"));
        }
        ApiBench.Plan plan = new ApiBench.Plan(
                number(arguments, "--accounts", 100_000),
                number(arguments, "--tenants", 50),
                number(arguments, "--fields", 0),
                number(arguments, "--objects", 0),
                number(arguments, "--connections", 8),
                number(arguments, "--seconds", 20),
                number(arguments, "--warm-up", WARM_UP_SECONDS),
                arguments.find("--only").orElse(""));
        if (Running.in(settings).launcher().isPresent()) {
            return measure(settings, plan);
        }
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put(Setting.BENCH.variable(), "true");
        Settings measured = Settings.of(environment);
        try (Stack stack = Stack.start(measured, System.out::println)) {
            return measure(measured, plan);
        }
    }

    private static int measure(Settings settings, ApiBench.Plan plan) throws IOException, InterruptedException {
        Secrets secrets = Secrets.in(settings.home());
        String key = settings.isGiven(Setting.SECRET_KEY)
                ? settings.get(Setting.SECRET_KEY)
                : secrets.get(Secret.SECRET_KEY);
        ManagementCall.Answer tenant = new ManagementCall(settings.localUrl(), key)
                .createTenant(plan.slug(), plan.owner(), Optional.of(plan.slug()));
        if (!tenant.succeeded() && tenant.status() != CONFLICT) {
            System.err.println(Text.of("tenant.refused", Integer.toString(tenant.status()), tenant.body()));
            return 1;
        }
        Map<String, String> environment = ApplicationEnvironment.of(settings, secrets, new Home(settings.home()));
        try {
            Path figures = new ApiBench(settings, environment, plan).run();
            System.out.println(Text.of("bench.written", figures));
            return 0;
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    private static int number(Arguments arguments, String option, int otherwise) {
        Optional<String> given = arguments.find(option);
        if (given.isEmpty()) {
            return otherwise;
        }
        if (!given.get().matches("[1-9][0-9]{0,6}")) {
            throw new UsageError(Text.of("command.argument", option + " " + given.get()));
        }
        return Integer.parseInt(given.get());
    }
}
