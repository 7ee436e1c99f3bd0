package io.guanxi.kernel.portability;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.digest.Sha256;
import io.guanxi.kernel.file.TenantFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts a tenant's data back, or takes a company in from elsewhere. For the product itself, working for the tenant: operators ask
 * for it on the machine that it runs on.
 *
 * <p>Contents of documents are no part of the transaction: new ones are written before it, and old ones go after it.
 */
@ApplicationScoped
public class TenantRestore {

    @Inject
    private PortableSchema schema;

    @Inject
    private TenantLoad load;

    @Inject
    private LoadedPeople people;

    @Inject
    private LoadedUse use;

    @Inject
    private TenantFiles files;

    @Inject
    private SqlGateway sql;

    /**
     * What came of it.
     *
     * @param strangers people who were not in the tenant before and have no log-in there
     */
    public record Outcome(long rows, long contents, List<LoadedPeople.Stranger> strangers) {}

    /**
     * Makes the tenant what it was when the file was made. People who came since lose their place in it.
     *
     * @throws ArchiveRefused when the file is not a whole archive of this tenant and this schema
     */
    public Outcome restore(Path file, String name) throws IOException {
        try (ArchiveFile archive = ArchiveFile.open(file, schema)) {
            if (archive.manifest().tenant().id() != CallContext.require().tenantId()) {
                throw ArchiveRefused.ofOther(archive.slug());
            }
            return replace(archive, true, name);
        }
    }

    /**
     * Fills an empty tenant with what another had, here or elsewhere.
     *
     * @throws ArchiveRefused when the tenant has records already, or the file is no whole archive of this schema
     */
    public Outcome take(Path file, String name) throws IOException {
        try (ArchiveFile archive = ArchiveFile.open(file, schema)) {
            return replace(archive, false, name);
        }
    }

    private Outcome replace(ArchiveFile archive, boolean isOwn, String name) throws IOException {
        Set<String> before = contents();
        List<String> written = bring(archive);
        List<LoadedPeople.Known> known = people.known();
        long rows;
        try {
            rows = load.replace(archive, new TenantLoad.Plan(known, use.counted(), isOwn, name));
        } catch (ArchiveRefused refused) {
            // After any other failure nobody knows whether the data was committed that needs them.
            drop(written);
            throw refused;
        }
        before.removeAll(contents());
        drop(before);
        return new Outcome(rows, archive.contents().size(), people.strangers(known));
    }

    private Set<String> contents() {
        Set<String> contents = new HashSet<>();
        schema.tables().stream()
                .flatMap(table -> table.contents().stream())
                .forEach(statement -> contents.addAll(sql.query(statement, row -> row.getString(1))));
        return contents;
    }

    /** Those that are there already are never written over. */
    private List<String> bring(ArchiveFile archive) throws IOException {
        List<String> written = new ArrayList<>();
        Path arriving = Files.createTempFile("guanxi-content", "");
        try {
            for (String id : archive.contents()) {
                try (InputStream content = archive.content(id)) {
                    Files.copy(content, arriving, StandardCopyOption.REPLACE_EXISTING);
                }
                if (isAbsent(id, arriving)) {
                    files.keepAs(id, arriving);
                    written.add(id);
                }
            }
            return written;
        } catch (ArchiveRefused refused) {
            drop(written);
            throw refused;
        } finally {
            Files.delete(arriving);
        }
    }

    /**
     * @throws ArchiveRefused when another content lies under the id
     */
    private boolean isAbsent(String id, Path content) throws IOException {
        byte[] present;
        try (InputStream in = files.open(id)) {
            present = digest(in);
        } catch (FileNotFoundException absent) {
            return true;
        }
        try (InputStream in = Files.newInputStream(content)) {
            if (!MessageDigest.isEqual(present, digest(in))) {
                throw ArchiveRefused.ofEntry(ArchiveWriter.FILES + id);
            }
        }
        return false;
    }

    private static byte[] digest(InputStream in) throws IOException {
        MessageDigest digest = Sha256.begin();
        byte[] some = new byte[1 << 16];
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
            digest.update(some, 0, read);
        }
        return digest.digest();
    }

    private void drop(Iterable<String> ids) throws IOException {
        for (String id : ids) {
            files.delete(id);
        }
    }
}
