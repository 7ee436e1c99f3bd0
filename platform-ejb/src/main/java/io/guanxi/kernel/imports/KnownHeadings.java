package io.guanxi.kernel.imports;

import io.guanxi.kernel.object.FieldType;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** What columns of phones, e-mails and addresses are called in the files of the world. */
final class KnownHeadings {

    private static final Properties WORDS = load();

    private KnownHeadings() {}

    /**
     * Headings of one member of a list's elements of one label.
     *
     * @param isFirst whether that is the list's first label, which headings mean that name none
     */
    static List<String> of(FieldType list, String label, String member, boolean isFirst) {
        return switch (list) {
            case PHONES -> words("phone." + label);
            case EMAILS -> words("email." + label);
            default -> {
                List<String> plain = words("address." + member);
                List<String> all = new ArrayList<>(prefixed(words("label." + label), plain));
                if (isFirst) {
                    all.addAll(plain);
                }
                yield all;
            }
        };
    }

    /** Words for what identifies a thing. */
    static List<String> keys() {
        return words("key");
    }

    static List<String> prefixed(List<String> prefixes, List<String> headings) {
        return prefixes.stream()
                .flatMap(prefix -> headings.stream().map(heading -> prefix + " " + heading))
                .toList();
    }

    private static List<String> words(String key) {
        String words = WORDS.getProperty(key, "");
        return words.isEmpty() ? List.of() : List.of(words.split(","));
    }

    private static Properties load() {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(
                KnownHeadings.class.getResourceAsStream("headings.properties"), StandardCharsets.UTF_8)) {
            words.load(in);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
