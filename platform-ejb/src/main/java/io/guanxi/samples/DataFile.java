package io.guanxi.samples;

import io.guanxi.kernel.json.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reads files of records that come with the product. */
public final class DataFile {

    private DataFile() {}

    /**
     * The records of {@code folder/name.json}, which lies beside a class.
     *
     * @param folder of the language or company
     */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> read(Class<?> beside, String folder, String name) {
        try (InputStream file = beside.getResourceAsStream(folder + "/" + name + ".json")) {
            return (List<Map<String, Object>>) JsonTree.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
