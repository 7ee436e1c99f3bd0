package io.guanxi.infra.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.text.Text;
import java.io.Console;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;

/** {@code tenant backup}, {@code restore} and {@code import}: all data of one tenant, while everything runs. */
final class TenantData {

    static final Set<String> WORDS = Set.of("backup", "restore", "import");

    private static final String YES = "--yes";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Settings settings;

    TenantData(Settings settings) {
        this.settings = settings;
    }

    int run(List<String> words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words, Set.of(YES), Set.of()).atMost(3);
        String word = arguments.word(0).orElseThrow();
        String slug = arguments.word(1).orElseThrow(() -> new UsageError(Text.of("help.tenant")));
        Path file = Path.of(arguments.word(2).orElseThrow(() -> new UsageError(Text.of("help.tenant"))));
        try {
            return word.equals("backup") ? backUp(slug, file) : load(word, slug, file, arguments.has(YES));
        } catch (ConnectException nobodyThere) {
            System.err.println(Text.of("tenant.notUp", settings.localUrl()));
        } catch (IOException cut) {
            System.err.println(Text.of("tenant.data.cut", cut.toString()));
        }
        return 1;
    }

    /** Under its name stands a whole file or none. */
    private int backUp(String slug, Path file) throws IOException, InterruptedException {
        if (Files.exists(file)) {
            System.err.println(Text.of("tenant.data.exists", file.toString()));
            return 1;
        }
        Instant begin = Instant.now();
        Path arriving = file.resolveSibling(file.getFileName() + ".part");
        try {
            ManagementCall.Answer answer = ManagementCall.to(settings).backUpTenant(slug, arriving);
            if (!answer.succeeded()) {
                return refused(answer);
            }
            requireWhole(arriving);
            Files.move(arriving, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(arriving);
        }
        System.out.println(
                Text.of("tenant.data.backedUp", slug, file.toString(), Files.size(file) >> 20, seconds(begin)));
        return 0;
    }

    /** What broke off has no list of what is in it. */
    private static void requireWhole(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("manifest.json") == null) {
                throw new IOException(file.toString());
            }
        }
    }

    private int load(String word, String slug, Path file, boolean sure) throws IOException, InterruptedException {
        if (!Files.isRegularFile(file)) {
            System.err.println(Text.of("tenant.data.noFile", file.toString()));
            return 1;
        }
        if (word.equals("restore") && !sure && !confirmed(slug, file)) {
            System.out.println(Text.of("tenant.data.kept"));
            return 1;
        }
        Instant begin = Instant.now();
        ManagementCall.Answer answer = ManagementCall.to(settings).loadTenant(word, slug, file);
        if (!answer.succeeded()) {
            return refused(answer);
        }
        JsonNode outcome = JSON.readTree(answer.body());
        System.out.println(Text.of(
                "tenant.data.loaded",
                outcome.path("rows").asText(),
                outcome.path("files").asText(),
                slug,
                seconds(begin)));
        String strangers = outcome.path("strangers").asText();
        if (!strangers.equals("0")) {
            System.out.println(
                    word.equals("import")
                            ? Text.of(
                                    "tenant.data.invited",
                                    strangers,
                                    outcome.path("invited").asText())
                            : Text.of("tenant.data.strangers", strangers));
        }
        return 0;
    }

    private static boolean confirmed(String slug, Path file) {
        Console console = System.console();
        if (console == null) {
            throw new UsageError(Text.of("tenant.data.noTerminal", YES));
        }
        return slug.equals(console.readLine("%s ", Text.of("tenant.data.question", slug, file.toString())));
    }

    private static int refused(ManagementCall.Answer answer) {
        System.err.println(Text.of("tenant.refused", Integer.toString(answer.status()), answer.body()));
        return 1;
    }

    private static long seconds(Instant begin) {
        return Duration.between(begin, Instant.now()).toSeconds();
    }
}
