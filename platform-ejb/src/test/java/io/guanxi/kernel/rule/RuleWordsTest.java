package io.guanxi.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleWordsTest {

    private static final Pattern FAILURE = Pattern.compile("\"(rule\\.[a-zA-Z]+)\"");

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(load("/io/guanxi/kernel/rule/messages_zh_CN.properties"))
                .isEqualTo(load("/io/guanxi/kernel/rule/messages.properties"));
    }

    @Test
    void everyFailureHasASentenceInBothLanguages() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/io/guanxi/kernel/rule"))) {
            for (Path source : sources.toList()) {
                Matcher code = FAILURE.matcher(Files.readString(source));
                while (code.find()) {
                    codes.add(code.group(1));
                }
            }
        }

        assertThat(codes).contains("rule.divisionByZero", "rule.invalid");
        assertThat(load("/io/guanxi/kernel/error/messages.properties")).containsAll(codes);
        assertThat(load("/io/guanxi/kernel/error/messages_zh_CN.properties")).containsAll(codes);
    }

    private static Set<String> load(String resource) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                new InputStreamReader(RuleWordsTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames();
    }
}
