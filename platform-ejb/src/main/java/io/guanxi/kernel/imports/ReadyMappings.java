package io.guanxi.kernel.imports;

import io.guanxi.kernel.json.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The mappings for exports of other programs that the product ships, from {@code ready-mappings.json}. */
final class ReadyMappings {

    private static final List<SavedMapping> ALL = load();

    private ReadyMappings() {}

    /** Those for an object, the more particular first. */
    static List<SavedMapping> of(String object) {
        return ALL.stream().filter(mapping -> mapping.object().equals(object)).toList();
    }

    private static List<SavedMapping> load() {
        try (InputStream in = ReadyMappings.class.getResourceAsStream("ready-mappings.json")) {
            return JsonTree.readArray(new String(in.readAllBytes(), StandardCharsets.UTF_8)).stream()
                    .map(element -> mapping((Map<?, ?>) element))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SavedMapping mapping(Map<?, ?> tree) {
        Map<String, String> columns = new LinkedHashMap<>();
        ((Map<?, ?>) tree.get("columns")).forEach((heading, path) -> columns.put((String) heading, (String) path));
        List<String> signs =
                ((List<?>) tree.get("signs")).stream().map(String.class::cast).toList();
        return SavedMapping.ready((String) tree.get("name"), (String) tree.get("object"), signs, columns);
    }
}
