package io.guanxi.infra.command;

import io.guanxi.infra.bench.ApiBench;
import io.guanxi.infra.bench.FairnessBench;
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

/** {@code bench api} and {@code bench fairness}: measure what runs, or start everything for it and stop it afterwards. */
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
                                "--limit",
                                "--rate",
                                "--only"))
                .atMost(1);
        Measured measured = measured(arguments);
        if (Running.in(settings).launcher().isPresent()) {
            return measure(settings, measured);
        }
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put(Setting.BENCH.variable(), "true");
        Settings started = Settings.of(environment);
        try (Stack stack = Stack.start(started, System.out::println)) {
            return measure(started, measured);
        }
    }

    /**
     * What is measured.
     *
     * @param tenants slugs of those that have to be there
     * @param run     measures, and tells where the figures are
     */
    private record Measured(List<String> tenants, Run run) {}

    /** Measures the product that runs with these settings and environment. */
    @FunctionalInterface
    private interface Run {
        Path measure(Settings settings, Map<String, String> environment)
                throws IOException, InterruptedException, SQLException;
    }

    private static Measured measured(Arguments arguments) {
        return switch (arguments.word(0).orElse("")) {
            case "api" -> api(arguments);
            case "fairness" -> fairness(arguments);
            default -> throw new UsageError(Text.of("help.bench"));
        };
    }

    private static Measured fairness(Arguments arguments) {
        FairnessBench.Plan plan = new FairnessBench.Plan(
                number(arguments, "--limit", 600),
                number(arguments, "--rate", 50),
                number(arguments, "--connections", 8),
                number(arguments, "--seconds", 20),
                number(arguments, "--warm-up", WARM_UP_SECONDS));
        return new Measured(
                List.of(FairnessBench.FLOODING, FairnessBench.SUFFERING),
                (settings, environment) -> new FairnessBench(settings, environment, plan).run());
    }

    private static Measured api(Arguments arguments) {
        ApiBench.Plan plan = new ApiBench.Plan(
                number(arguments, "--accounts", 100_000),
                number(arguments, "--tenants", 50),
                number(arguments, "--fields", 0),
                number(arguments, "--objects", 0),
                number(arguments, "--connections", 8),
                number(arguments, "--seconds", 20),
                number(arguments, "--warm-up", WARM_UP_SECONDS),
                arguments.find("--only").orElse(""));
        return new Measured(
                List.of(plan.slug()), (settings, environment) -> new ApiBench(settings, environment, plan).run());
    }

    private static int measure(Settings settings, Measured measured) throws IOException, InterruptedException {
        Secrets secrets = Secrets.in(settings.home());
        String key = settings.isGiven(Setting.SECRET_KEY)
                ? settings.get(Setting.SECRET_KEY)
                : secrets.get(Secret.SECRET_KEY);
        for (String slug : measured.tenants()) {
            ManagementCall.Answer tenant = new ManagementCall(settings.localUrl(), key)
                    .createTenant(slug, "owner@" + slug + ".example", Optional.of(slug));
            if (!tenant.succeeded() && tenant.status() != CONFLICT) {
                System.err.println(Text.of("tenant.refused", Integer.toString(tenant.status()), tenant.body()));
                return 1;
            }
        }
        Map<String, String> environment = ApplicationEnvironment.of(settings, secrets, new Home(settings.home()));
        try {
            System.out.println(Text.of("bench.written", measured.run().measure(settings, environment)));
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
