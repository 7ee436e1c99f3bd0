package io.guanxi.kernel.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvLimitsTest {

    private static final long MEGABYTE = 1L << 20;
    private static final byte[] HEADER = ascii("id,name,city,note\n");

    @Test
    void aFileOfTwoHundredMegabytesIsReadInLittleMemory() {
        FileSource source = Uploads.streaming(
                () -> new GeneratedStream(
                        HEADER,
                        n -> ascii(n + ",\"Company, " + n + "\",City," + "x".repeat(150) + "\n"),
                        200 * MEGABYTE),
                200 * MEGABYTE);
        long before = usedAfterCollection();
        long highest = 0;
        long rows = 0;
        try (TabularFile file = Uploads.open(source);
                RowCursor cursor = file.rows()) {
            while (cursor.hasNext()) {
                cursor.next();
                if (++rows % 200_000 == 0) {
                    highest = Math.max(highest, usedAfterCollection());
                }
            }
        }
        assertThat(rows).isGreaterThan(1_000_000);
        assertThat(highest - before).isLessThan(16 * MEGABYTE);
    }

    @Test
    void anUnclosedQuoteDoesNotSwallowTheRestOfALargeFile() {
        FileSource source = Uploads.streaming(
                () -> new GeneratedStream(ascii("id,name\n1,\"open\n"), n -> ascii(n + ",name\n"), 1024 * MEGABYTE),
                1024 * MEGABYTE);
        refused(source, "file.rowTooLong");
    }

    @Test
    void aMillionColumnsAreRefusedAfterTheFirstFew() {
        FileSource source = Uploads.streaming(
                () -> new GeneratedStream(ascii("a"), n -> ascii(",a" + n), 8 * MEGABYTE), 8 * MEGABYTE);
        refused(source, "file.tooManyColumns");
    }

    @Test
    void aLineWithoutEndIsRefused() {
        FileSource source = Uploads.streaming(
                () -> new GeneratedStream(ascii("name\n"), n -> ascii("x".repeat(1000)), 500 * MEGABYTE),
                500 * MEGABYTE);
        refused(source, "file.rowTooLong");
    }

    @Test
    void aCellBeyondTheLimitSpoilsItsRowOnly() {
        String text = "name,city\n" + "x".repeat(FileLimits.STANDARD.cellChars() + 1) + ",c\nd,e\n";
        try (TabularFile file = Uploads.open(Uploads.of(text))) {
            assertThat(Uploads.rows(file).get(0).fault()).map(CellFault::code).contains("cell.tooLong");
            assertThat(Uploads.rows(file).get(1).fault()).isEmpty();
        }
    }

    @Test
    void aFileAboveTheSizeLimitIsNotEvenOpened() {
        FileSource huge = Uploads.streaming(
                () -> {
                    throw new IllegalStateException("must not be opened");
                },
                FileLimits.STANDARD.bytes() + 1);
        refused(huge, "file.tooLarge");
    }

    private static void refused(FileSource source, String code) {
        assertThatThrownBy(() -> Uploads.values(source))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static long usedAfterCollection() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
