package io.guanxi.kernel.tabular;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * The size of a zip file's table of contents, which the JDK reads into memory as a whole.
 *
 * <p>Source: PKWARE APPNOTE 6.3.10, section 4.3.16, end of central directory record.
 */
final class ZipDirectory {

    private static final int LARGEST = 1 << 20;
    private static final int END_RECORD = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int SIZE_FIELD = 12;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private ZipDirectory() {}

    /**
     * @throws UnreadableFile when it is missing, or larger than that of any workbook
     */
    static void check(Path zip) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "r")) {
            int length = (int) Math.min(file.length(), END_RECORD + LONGEST_COMMENT);
            byte[] tail = new byte[length];
            file.seek(file.length() - length);
            file.readFully(tail);
            ByteBuffer buffer = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = length - END_RECORD; at >= 0; at--) {
                if (buffer.getInt(at) == END_SIGNATURE) {
                    long size = Integer.toUnsignedLong(buffer.getInt(at + SIZE_FIELD));
                    if (size > LARGEST) {
                        throw new UnreadableFile("file.tooManyParts");
                    }
                    return;
                }
            }
            throw new UnreadableFile("file.damaged");
        }
    }
}
