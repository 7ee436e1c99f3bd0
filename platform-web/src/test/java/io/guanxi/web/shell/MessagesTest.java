package io.guanxi.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern LITERAL = Pattern.compile("m\\['([^']+)'\\]|texts\\.of\\([\"']([A-Za-z0-9.]+)[\"']");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(load("messages_zh_CN.properties").stringPropertyNames())
                .isEqualTo(load("messages.properties").stringPropertyNames());
    }

    @Test
    void everyTextThatPagesAskForIsThere() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path folder : List.of(Path.of("src/main/webapp"), Path.of("src/main/java/io/guanxi/web"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\.(xhtml|java)"))
                        .toList()) {
                    if (file.toString().contains("identity")) {
                        continue;
                    }
                    Matcher uses = LITERAL.matcher(Files.readString(file));
                    while (uses.find()) {
                        used.add(uses.group(1) == null ? uses.group(2) : uses.group(1));
                    }
                }
            }
        }
        used.removeIf(key -> key.endsWith("."));
        assertThat(load("messages.properties").stringPropertyNames()).containsAll(used);
    }

    private static Properties load(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader text = new InputStreamReader(
                MessagesTest.class.getResourceAsStream("/io/guanxi/web/" + name), StandardCharsets.UTF_8)) {
            properties.load(text);
        }
        return properties;
    }
}
