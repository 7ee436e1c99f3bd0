package io.guanxi.kernel.file;

import io.guanxi.kernel.digest.Sha256;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An upload on the disk of this node, looked at but not kept yet.
 *
 * @param path      where it lies until {@link #close()}
 * @param name      as the sender calls it, without folders
 * @param mediaType what it is
 * @param size      in bytes
 * @param checksum  SHA-256 in hexadecimal digits
 */
public record ArrivedFile(Path path, String name, String mediaType, long size, String checksum)
        implements AutoCloseable {

    private static final int LONGEST_NAME = 200;

    /**
     * Reads an upload to its end.
     *
     * @param folder for the copy
     * @param most   largest size in bytes
     * @throws InvalidRecord when it is empty, too large or of a kind that is not taken; nothing is left behind then
     */
    public static ArrivedFile receive(String name, InputStream content, Path folder, long most) throws IOException {
        Path path = Files.createTempFile(Files.createDirectories(folder), "upload", ".part");
        try {
            MessageDigest digest = Sha256.begin();
            long size = 0;
            byte[] beginning = {};
            try (OutputStream out = Files.newOutputStream(path)) {
                byte[] piece = content.readNBytes(MediaTypes.BEGINNING);
                beginning = piece;
                while (piece.length > 0) {
                    size += piece.length;
                    if (size > most) {
                        throw new InvalidRecord(FieldError.of("/file", "file.tooLarge", most));
                    }
                    digest.update(piece);
                    out.write(piece);
                    piece = content.readNBytes(MediaTypes.BEGINNING);
                }
            }
            String plain = plainName(name);
            String type = MediaTypes.of(Arrays.copyOf(beginning, beginning.length), plain);
            if (size == 0) {
                throw new InvalidRecord(FieldError.of("/file", "document.empty"));
            }
            if (MediaTypes.isRefused(type, plain)) {
                throw new InvalidRecord(FieldError.of("/file", "document.refused", type));
            }
            return new ArrivedFile(path, plain, type, size, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** Some browsers send the folder too; signs that mean something to file systems are left out. */
    static String plainName(String name) {
        String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"*:<>?|]", "").strip();
        if (plain.isEmpty() || plain.matches("\\.+")) {
            return "file";
        }
        int overlong = plain.length() - LONGEST_NAME;
        int ending = plain.lastIndexOf('.') < 0 ? plain.length() : plain.lastIndexOf('.');
        return overlong <= 0
                ? plain
                : plain.substring(0, Math.max(1, ending - overlong))
                        + plain.substring(
                                Math.min(plain.length(), Math.max(ending, plain.length() - LONGEST_NAME + 1)));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
