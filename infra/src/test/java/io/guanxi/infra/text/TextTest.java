package io.guanxi.infra.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(bundle("messages_zh_CN").stringPropertyNames())
                .isEqualTo(bundle("messages").stringPropertyNames());
    }

    @Test
    void bothLanguagesFillTheSamePlaces() throws IOException {
        Properties english = bundle("messages");
        Properties chinese = bundle("messages_zh_CN");
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(places(chinese.getProperty(key)))
                        .as(key)
                        .isEqualTo(places(english.getProperty(key))));
    }

    private static String places(String message) {
        return message.chars()
                .filter(Character::isDigit)
                .filter(digit -> message.contains("{" + (char) digit + "}"))
                .distinct()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (var reader =
                new InputStreamReader(Text.class.getResourceAsStream(name + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
