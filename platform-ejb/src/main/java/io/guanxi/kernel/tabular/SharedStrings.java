package io.guanxi.kernel.tabular;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The texts that the cells of a workbook share, packed as UTF-8 in blocks: a million of them cost little more than
 * their characters.
 */
final class SharedStrings {

    private static final int BLOCK = 1 << 20;
    private static final int LENGTH_FIELD = 4;
    private static final int INDEX_FIELD = 4;

    private final List<ByteBuffer> blocks = new ArrayList<>();
    private final int mostBytes;
    private int[] positions = new int[1024];
    private int count;

    private SharedStrings(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    static SharedStrings read(XlsxParts parts, Optional<String> part, FileLimits limits, AtomicLong budget)
            throws IOException {
        SharedStrings strings = new SharedStrings(limits.sharedBytes());
        if (part.isPresent() && parts.has(part.get())) {
            try (XmlPart xml = parts.open(part.get(), budget)) {
                LimitedText text = new LimitedText(limits.cellChars());
                while (xml.toStart(Set.of("si"))) {
                    text.clear();
                    RichText.read(xml, "si", text);
                    strings.add(RichText.unescape(text.toString()));
                }
            }
        }
        return strings;
    }

    /**
     * @throws UnreadableFile when the workbook holds no such text
     */
    String get(int index) {
        if (index < 0 || index >= count) {
            throw new UnreadableFile("file.damaged");
        }
        ByteBuffer block = blocks.get(positions[index] / BLOCK);
        int offset = positions[index] % BLOCK;
        return new String(block.array(), offset + LENGTH_FIELD, block.getInt(offset), StandardCharsets.UTF_8);
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int needed = LENGTH_FIELD + bytes.length;
        if (blocks.isEmpty() || blocks.get(blocks.size() - 1).remaining() < needed) {
            blocks.add(ByteBuffer.allocate(BLOCK));
        }
        if ((long) blocks.size() * BLOCK + (long) count * INDEX_FIELD > mostBytes) {
            throw new UnreadableFile("file.tooManyTexts");
        }
        if (count == positions.length) {
            positions = Arrays.copyOf(positions, count * 2);
        }
        ByteBuffer block = blocks.get(blocks.size() - 1);
        positions[count++] = (blocks.size() - 1) * BLOCK + block.position();
        block.putInt(bytes.length).put(bytes);
    }
}
