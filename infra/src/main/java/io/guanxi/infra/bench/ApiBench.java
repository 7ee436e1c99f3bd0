package io.guanxi.infra.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.guanxi.infra.process.ProcessRecord;
import io.guanxi.infra.process.ProcessRecords;
import io.guanxi.infra.settings.Setting;
import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.text.Text;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** Loads a tenant and measures the product as it runs, from the log-in on. */
public final class ApiBench {

    private static final String PASSWORD = "Bench-" + UUID.randomUUID();
    private static final String SECRET = UUID.randomUUID().toString();

    private final Settings settings;
    private final Map<String, String> environment;
    private final Plan plan;

    /**
     * What to measure.
     *
     * @param accounts    rows of the tenant; it has three times as many contacts
     * @param tenants     others in the database, with a few records each
     * @param fields      of accounts that the tenant has made itself
     * @param objects     that the tenant has made itself
     * @param connections that send requests at the same time
     * @param seconds     that each workload is measured
     * @param warmUp      seconds before that, at most four minutes: tokens live for five
     * @param only        part of the names of the workloads to measure; empty for all
     */
    public record Plan(
            int accounts, int tenants, int fields, int objects, int connections, int seconds, int warmUp, String only) {

        boolean includes(Workload workload) {
            return workload.name().toLowerCase(Locale.ROOT).contains(only.toLowerCase(Locale.ROOT));
        }

        /** Slug of the tenant: one for each size and shape. */
        public String slug() {
            return "bench-" + accounts + (fields + objects == 0 ? "" : "-" + fields + "-" + objects);
        }

        /** Mail address of its owner. */
        public String owner() {
            return "owner@" + slug() + ".example";
        }

        /** Mail address of somebody whose role sees some of the accounts. */
        String narrow() {
            return "narrow@" + slug() + ".example";
        }
    }

    /**
     * @param environment what the running application was told
     */
    public ApiBench(Settings settings, Map<String, String> environment, Plan plan) {
        this.settings = settings;
        this.environment = environment;
        this.plan = plan;
    }

    /**
     * Loads what is missing, measures, prints a table and writes the figures as JSON.
     *
     * @return the file with the figures
     */
    public Path run() throws IOException, InterruptedException, SQLException {
        try (BenchTenant tenant = new BenchTenant(environment, plan.slug())) {
            BenchIdentity identity = new BenchIdentity(
                    environment.get(Setting.OIDC_ISSUER.variable()),
                    environment.get(Setting.OIDC_ADMIN_CLIENT.variable()),
                    environment.get(Setting.OIDC_ADMIN_SECRET.variable()));
            identity.giveWayIn(plan.owner(), PASSWORD);
            identity.makeClient(plan.slug(), SECRET, tenant.id());
            tenant.admit(plan.slug());
            tenant.entitle();
            tenant.fill(plan.accounts(), System.out::println);
            identity.makePerson(plan.narrow(), PASSWORD, tenant.id());
            tenant.admitNarrow(plan.narrow());
            tenant.shape(plan.fields(), plan.objects());
            tenant.among(plan.tenants(), System.out::println);
            List<Figures> figures = measure(tenant, identity);
            return write(figures, tenant);
        }
    }

    private List<Figures> measure(BenchTenant tenant, BenchIdentity identity)
            throws IOException, InterruptedException, SQLException {
        String[] ids = tenant.accountIds();
        URI server = URI.create(settings.localUrl());
        ProcessRecords processes = new ProcessRecords(settings.home().resolve("run"));
        Measurement measurement = new Measurement(
                server,
                plan.connections(),
                processes.find("payara").map(ProcessRecord::pid).orElseThrow(),
                processes
                        .find("database")
                        .map(one -> OptionalLong.of(one.pid()))
                        .orElse(OptionalLong.empty()),
                tenant::databaseWork);
        List<Figures> all = new ArrayList<>();
        System.out.println(Text.of("bench.heading"));
        int count = new ApiWorkloads(server, ids, "").rest().size();
        for (int i = 0; i < count; i++) {
            // A token of its own for each: they live for five minutes.
            String token = identity.token(plan.slug(), SECRET);
            add(
                    all,
                    measurement,
                    new ApiWorkloads(server, ids, "Authorization: Bearer " + token)
                            .rest()
                            .get(i));
        }
        URI page = URI.create(settings.publicUrl() + "/app/accounts");
        String cookies = identity.logIn(page, plan.owner(), PASSWORD);
        add(all, measurement, new ApiWorkloads(page, ids, "Cookie: " + cookies).page());
        String narrow = identity.logIn(page, plan.narrow(), PASSWORD);
        add(all, measurement, new ApiWorkloads(page, ids, "Cookie: " + narrow).narrowPage());
        return all;
    }

    private void add(List<Figures> all, Measurement measurement, Workload workload) throws InterruptedException {
        if (!plan.includes(workload)) {
            return;
        }
        Figures figures = measurement.run(workload, plan.warmUp(), plan.seconds());
        all.add(figures);
        System.out.printf(
                "%-30s %9.1f %9.2f %9.2f %9.1f %7d %11.2f %11.2f %10.1f %10.1f%n",
                figures.name(),
                figures.perSecond(),
                figures.p50Millis(),
                figures.p99Millis(),
                figures.slowestMillis(),
                figures.errors(),
                figures.applicationCpuMillis(),
                figures.databaseCpuMillis(),
                figures.statements(),
                figures.rowsRead());
    }

    private Path write(List<Figures> figures, BenchTenant tenant) throws IOException, SQLException {
        Map<String, Object> result = new LinkedHashMap<>();
        Instant now = Instant.now();
        result.put("measuredAt", now.toString());
        result.put("connections", plan.connections());
        result.put("seconds", plan.seconds());
        result.put("otherTenants", plan.tenants());
        result.put("ownFields", plan.fields());
        result.put("ownObjects", plan.objects());
        result.put("processors", Runtime.getRuntime().availableProcessors());
        result.put("java", System.getProperty("java.runtime.version"));
        Map<String, Long> rows = new LinkedHashMap<>();
        for (String table : List.of("account", "contact")) {
            rows.put(table, tenant.rows(table));
        }
        result.put("rows", rows);
        result.put("workloads", figures);
        Path folder = Files.createDirectories(settings.home().resolve("bench"));
        Path file = folder.resolve("api-" + now.toString().replace(':', '-') + ".json");
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), result);
        return file;
    }
}
