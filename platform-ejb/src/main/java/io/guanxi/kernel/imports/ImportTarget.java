package io.guanxi.kernel.imports;

import io.guanxi.kernel.object.FieldType;
import java.util.List;

/**
 * Something a column may fill.
 *
 * @param path     {@code name}, {@code phones[work]}, {@code addresses[billing].city}, or one in a companion such as
 *                 {@code contact.fullName}
 * @param label    in the reader's language
 * @param aliases  headings that mean it, in any language; compared without case, blanks and punctuation
 * @param type     of the single value: that of a phone in {@code phones[work]} is {@code PHONE}
 * @param required rows without it make no record
 */
public record ImportTarget(String path, String label, List<String> aliases, FieldType type, boolean required) {

    TargetPath parsedPath() {
        return TargetPath.parse(path);
    }
}
