package io.guanxi.tenantadmin.proof;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.digest.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The latest outcome of the tests that prove the isolation of companies. The run writes it, with its checksum in a file
 * beside it; the launcher puts both into {@code proof} of the home. It is about the program, so every company sees the same.
 */
@ApplicationScoped
public class IsolationProofs {

    static final String FILE = "isolation-proof.json";
    static final String CHECKSUM = FILE + ".sha256";

    private static final Logger LOG = System.getLogger(IsolationProofs.class.getName());

    private AccessPolicy policy;
    private Path folder;
    private Optional<String> program = Optional.empty();

    protected IsolationProofs() {}

    /** @param program SHA-256 of the program that runs, where the launcher tells it */
    @Inject
    public IsolationProofs(
            AccessPolicy policy,
            @ConfigProperty(name = "guanxi.home") String home,
            @ConfigProperty(name = "guanxi.program.digest") Optional<String> program) {
        this.policy = policy;
        this.folder = Path.of(home, "proof");
        this.program = program;
    }

    /** What is known of the isolation of companies; for those who administer one. */
    public ProofStanding latest() {
        policy.require(Feature.ADMINISTER);
        try {
            byte[] text = Files.readAllBytes(folder.resolve(FILE));
            String checksum = Files.readString(folder.resolve(CHECKSUM));
            String digest = Sha256.hex(text);
            if (!checksum.startsWith(digest)) {
                throw new UnreadableProof("its checksum is another", null);
            }
            IsolationProof proof = IsolationProof.of(new String(text, StandardCharsets.UTF_8));
            return ProofStanding.of(proof, digest, program);
        } catch (NoSuchFileException none) {
            return ProofStanding.NONE;
        } catch (UnreadableProof other) {
            LOG.log(Level.WARNING, "The proof of isolation in {0} is not shown: {1}", folder, other.getMessage());
            return ProofStanding.UNREADABLE;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
