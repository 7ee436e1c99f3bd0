package io.guanxi.kernel.tabular;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The kinds of files that hold tables, told by content: names and media types of uploads are often wrong. */
public enum FileKind {
    CSV,
    XLSX;

    private static final List<byte[]> BINARY = List.of(
            bytes("%PDF"),
            bytes("\u0089PNG"),
            bytes("GIF8"),
            bytes("\u00ff\u00d8\u00ff"),
            bytes("\u001f\u008b"),
            bytes("7z\u00bc\u00af"),
            bytes("Rar!"),
            bytes("\u007fELF"),
            bytes("BZh"),
            bytes("SQLite format 3"));

    /**
     * @param head first bytes of the file
     * @throws UnreadableFile when the file is empty or known to be something else
     */
    static FileKind of(byte[] head) {
        if (head.length == 0) {
            throw new UnreadableFile("file.empty");
        }
        if (startsWith(head, bytes("PK\u0003\u0004"))) {
            return XLSX;
        }
        if (startsWith(head, bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"))) {
            throw new UnreadableFile("file.oldOrProtectedExcel");
        }
        if (BINARY.stream().anyMatch(magic -> startsWith(head, magic))) {
            throw new UnreadableFile("file.binary");
        }
        return CSV;
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && java.util.Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
