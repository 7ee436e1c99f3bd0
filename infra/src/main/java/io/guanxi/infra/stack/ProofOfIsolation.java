package io.guanxi.infra.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What the tests of isolation have written beside the program that they tested: the outcome and its checksum. The
 * application shows its admins what lies in {@code proof} of the home.
 */
public final class ProofOfIsolation {

    /** The outcome. */
    public static final String FILE = "isolation-proof.json";

    /** Its checksum, as {@code sha256sum} writes it. */
    public static final String CHECKSUM = FILE + ".sha256";

    private ProofOfIsolation() {}

    /** Puts a new outcome into the home; one that is there stays when the build has none. */
    static void place(Distribution distribution, Home home) throws IOException {
        Path outcome = distribution.target().resolve(FILE);
        if (Files.exists(outcome)) {
            Files.createDirectories(home.proof());
            for (String file : List.of(FILE, CHECKSUM)) {
                Files.copy(
                        distribution.target().resolve(file),
                        home.proof().resolve(file),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Writes an outcome with its checksum into the folder. */
    public static void write(Path folder, String outcome) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(CHECKSUM), Digests.sha256(outcome) + "  " + FILE + "\n");
        Files.writeString(folder.resolve(FILE), outcome);
    }
}
