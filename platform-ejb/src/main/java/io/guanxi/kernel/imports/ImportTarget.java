package io.guanxi.kernel.imports;

import io.guanxi.kernel.object.FieldType;
import java.util.List;
import java.util.Map;

/**
 * Something a column may fill.
 *
 * @param path     {@code name}, {@code phones[work]}, {@code addresses[billing].city}, {@code account[externalId]} for a record pointed to by
 *                 one of its fields, or one in a companion such as {@code contact.fullName}
 * @param label    in the reader's language
 * @param aliases  headings that mean it, in any language; compared without case, blanks and punctuation
 * @param type     of the single value: that of a phone in {@code phones[work]} is {@code PHONE}
 * @param required rows without it make no record
 * @param choices  the options of a {@code CHOICE} by the words that mean them, in lower case without blanks and punctuation
 */
public record ImportTarget(
        String path,
        String label,
        List<String> aliases,
        FieldType type,
        boolean required,
        Map<String, String> choices) {

    /** A target without options. */
    public ImportTarget(String path, String label, List<String> aliases, FieldType type, boolean required) {
        this(path, label, aliases, type, required, Map.of());
    }

    TargetPath parsedPath() {
        return TargetPath.parse(path);
    }
}
