package io.guanxi.tenantadmin.setup;

import io.guanxi.tenantadmin.link.LinkToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the launcher finds the link that it prints: {@code run/setup-link} in the home, for its owner's eyes only. */
@ApplicationScoped
public class SetupLinkFile {

    private String publicUrl;
    private Path file;

    protected SetupLinkFile() {}

    @Inject
    public SetupLinkFile(
            @ConfigProperty(name = "guanxi.public.url") String publicUrl,
            @ConfigProperty(name = "guanxi.home") String home) {
        this.publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
        this.file = Path.of(home, "run", "setup-link");
    }

    void write(LinkToken token) {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(
                    file,
                    publicUrl + SetupServlet.PATH + "?token=" + token.text() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
