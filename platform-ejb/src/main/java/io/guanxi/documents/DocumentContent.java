package io.guanxi.documents;

import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The content of a document on its way out.
 *
 * @param fileName  to save it under
 * @param mediaType harmless in a browser; {@code application/octet-stream} for what is not
 * @param size      in bytes
 * @param checksum  SHA-256 in hexadecimal digits
 * @param stream    to be closed by whoever reads it
 */
public record DocumentContent(String fileName, String mediaType, long size, String checksum, InputStream stream) {

    /** What keeps a browser from running anything in a content that it opens after all. */
    public static final String POLICY = "default-src 'none'; sandbox";

    /**
     * {@code Content-Disposition} that saves it. RFC 6266, 4.3: the extended form carries every name, the plain one is for
     * those who do not know it.
     */
    public String disposition() {
        String plain = fileName.replaceAll("[^\\x20-\\x7e]|[\"\\\\]", "_");
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
