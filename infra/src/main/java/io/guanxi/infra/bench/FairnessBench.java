package io.guanxi.infra.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.guanxi.infra.settings.Setting;
import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.text.Text;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * What a flood of one tenant does to another: B reads at a steady pace, first in quiet, then while A sends ten times what it
 * may. A has to be told 429, and B's slowest answers must hardly become slower.
 */
public final class FairnessBench {

    /** Slugs of the tenants: who floods, and who suffers. */
    public static final String FLOODING = "bench-fair-a";

    public static final String SUFFERING = "bench-fair-b";

    private static final int TIMES = 10;
    private static final int ACCOUNTS = 1_000;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final String SECRET = UUID.randomUUID().toString();

    private final Settings settings;
    private final Map<String, String> environment;
    private final Plan plan;

    /**
     * What to measure.
     *
     * @param perMinute   calls that A may make; it sends ten times as many
     * @param perSecond   calls that B makes
     * @param connections of each
     * @param seconds     of quiet, and again of flood
     * @param warmUp      seconds before that
     */
    public record Plan(int perMinute, int perSecond, int connections, int seconds, int warmUp) {}

    /**
     * @param environment what the running application was told
     */
    public FairnessBench(Settings settings, Map<String, String> environment, Plan plan) {
        this.settings = settings;
        this.environment = environment;
        this.plan = plan;
    }

    /**
     * Measures, prints the figures and writes them as JSON.
     *
     * @return the file with the figures
     */
    public Path run() throws IOException, InterruptedException, SQLException {
        BenchIdentity identity = new BenchIdentity(
                environment.get(Setting.OIDC_ISSUER.variable()),
                environment.get(Setting.OIDC_ADMIN_CLIENT.variable()),
                environment.get(Setting.OIDC_ADMIN_SECRET.variable()));
        byte[] floods = request(identity, FLOODING, plan.perMinute());
        byte[] reads = request(identity, SUFFERING, 0);
        URI server = URI.create(settings.localUrl());
        PacedCalls steady = new PacedCalls(server, reads, plan.connections(), plan.perSecond());
        PacedCalls flood =
                new PacedCalls(server, floods, plan.connections(), TIMES * plan.perMinute() / SECONDS_PER_MINUTE);
        steady.run(plan.warmUp());
        PacedCalls.Outcome quiet = steady.run(plan.seconds());
        CompletableFuture<PacedCalls.Outcome> flooding = CompletableFuture.supplyAsync(() -> {
            try {
                return flood.run(plan.seconds());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CompletionException(e);
            }
        });
        PacedCalls.Outcome flooded = steady.run(plan.seconds());
        PacedCalls.Outcome refused = flooding.join();
        System.out.println(Text.of(
                "bench.fairness",
                round(quiet.p99Millis()),
                round(flooded.p99Millis()),
                round(flooded.p99Millis() / quiet.p99Millis()),
                Long.toString(flooded.right()),
                Long.toString(flooded.tooMany() + flooded.others()),
                Long.toString(refused.right()),
                Long.toString(refused.tooMany()),
                Long.toString(refused.others())));
        return write(quiet, flooded, refused);
    }

    private byte[] request(BenchIdentity identity, String slug, int perMinute)
            throws IOException, InterruptedException, SQLException {
        try (BenchTenant tenant = new BenchTenant(environment, slug)) {
            identity.makeClient(slug, SECRET, tenant.id());
            tenant.admit(slug);
            tenant.entitle();
            tenant.limitCalls(perMinute);
            tenant.fill(ACCOUNTS, System.out::println);
            String request = "GET /api/v1/accounts/" + tenant.accountIds()[0] + " HTTP/1.1\r\nHost: "
                    + URI.create(settings.localUrl()).getAuthority() + "\r\nAuthorization: Bearer "
                    + identity.token(slug, SECRET) + "\r\n\r\n";
            return request.getBytes(StandardCharsets.US_ASCII);
        }
    }

    private static String round(double value) {
        return String.format("%.2f", value);
    }

    private Path write(PacedCalls.Outcome quiet, PacedCalls.Outcome flooded, PacedCalls.Outcome flood)
            throws IOException {
        Map<String, Object> result = new LinkedHashMap<>();
        Instant now = Instant.now();
        result.put("measuredAt", now.toString());
        result.put("plan", plan);
        result.put("quietP99Millis", quiet.p99Millis());
        result.put("floodedP99Millis", flooded.p99Millis());
        result.put("answersInTheFlood", flooded.right());
        result.put("floodAnswered", flood.right());
        result.put("floodToldTooMany", flood.tooMany());
        result.put("floodOtherwise", flood.others());
        result.put("processors", Runtime.getRuntime().availableProcessors());
        Path folder = Files.createDirectories(settings.home().resolve("bench"));
        Path file = folder.resolve("fairness-" + now.toString().replace(':', '-') + ".json");
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), result);
        return file;
    }
}
