package io.guanxi.kernel.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.object.Labels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultSentencesTest {

    private static final Pattern CODE =
            Pattern.compile("\"((?:file|row|cell|value|import|phone|number|date|boolean|country|money)\\.[a-z]\\w+)\"");

    @Test
    void everyFaultOfAFileHasASentenceInBothLanguages() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String folder : new String[] {"tabular", "imports"}) {
            try (Stream<Path> sources = Files.walk(Path.of("src/main/java/io/guanxi/kernel", folder))) {
                sources.filter(source -> source.toString().endsWith(".java"))
                        .forEach(source ->
                                CODE.matcher(read(source)).results().forEach(match -> codes.add(match.group(1))));
            }
        }
        assertThat(codes).hasSizeGreaterThan(30).allSatisfy(code -> {
            assertThat(Labels.error(code, Locale.ENGLISH, 1, 2)).isNotBlank();
            assertThat(Labels.error(code, Locale.SIMPLIFIED_CHINESE, 1, 2)).containsPattern("\\p{IsHan}");
        });
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
