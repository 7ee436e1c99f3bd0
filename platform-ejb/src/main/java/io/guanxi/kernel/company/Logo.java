package io.guanxi.kernel.company;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture of a company: PNG or JPEG, known by what is in it and not by what it is called.
 *
 * @param mediaType such as {@code image/png}
 */
public record Logo(String mediaType, byte[] content) {

    /** Largest file, in bytes. */
    public static final int LARGEST = 256 * 1024;

    /** Largest width and height, in pixels. */
    private static final int WIDEST = 2_000;

    private static final Map<String, String> KINDS = Map.of("png", "image/png", "jpeg", "image/jpeg");

    /**
     * @throws InvalidRecord when it is too large, or no such picture
     */
    static Logo of(byte[] content) {
        if (content.length > LARGEST) {
            throw new InvalidRecord(FieldError.of("/logo", "logo.tooLarge", LARGEST / 1024));
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                String kind = KINDS.get(reader.getFormatName().toLowerCase(Locale.ROOT));
                if (kind != null) {
                    return checked(reader, in, kind, content);
                }
            }
        } catch (IOException unreadable) {
            throw invalid();
        }
        throw invalid();
    }

    private static Logo checked(ImageReader reader, ImageInputStream in, String kind, byte[] content)
            throws IOException {
        try {
            reader.setInput(in, true, true);
            if (reader.getWidth(0) > WIDEST || reader.getHeight(0) > WIDEST) {
                throw new InvalidRecord(FieldError.of("/logo", "logo.tooWide", WIDEST));
            }
            return new Logo(kind, content);
        } finally {
            reader.dispose();
        }
    }

    private static InvalidRecord invalid() {
        return new InvalidRecord(FieldError.of("/logo", "logo.invalid"));
    }
}
