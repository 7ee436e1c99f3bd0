package io.guanxi.kernel.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where copies of workbooks lie while they are read. */
@ApplicationScoped
public class ImportSpool {

    @Inject
    @ConfigProperty(name = "guanxi.home")
    private String home;

    Path folder() {
        try {
            return Files.createDirectories(Path.of(home, "spool"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
