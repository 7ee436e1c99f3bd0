package io.guanxi.demo;

import io.guanxi.kernel.json.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reads the demo's data files. */
final class DemoFile {

    private DemoFile() {}

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> read(String tenant, String name) {
        try (InputStream file = DemoFile.class.getResourceAsStream(tenant + "/" + name + ".json")) {
            return (List<Map<String, Object>>) JsonTree.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
