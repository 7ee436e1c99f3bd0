package io.guanxi.kernel.tabular;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text file of delimited values. */
final class CsvBook implements Book {

    /** Excel's own way of naming the delimiter, in a first line of its own. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("sep=(.)\\r?\\n?");

    private static final int FEW_CONTROLS = 4;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final FileSource source;
    private final FileLimits limits;
    private final FileFormat format;
    private final boolean separatorLine;

    private CsvBook(FileSource source, FileLimits limits, FileFormat format, boolean separatorLine) {
        this.source = source;
        this.limits = limits;
        this.format = format;
        this.separatorLine = separatorLine;
    }

    static CsvBook open(FileSource source, Sample sample, FileHints hints, FileLimits limits) throws IOException {
        Charset encoding = hints.encoding().isPresent()
                ? hints.encoding().get()
                : EncodingDetector.detect(Sample.telling(source, sample));
        String text = withoutMark(new String(sample.bytes(), encoding));
        refuseBinary(text);
        Matcher line = SEPARATOR_LINE.matcher(text);
        boolean separatorLine = line.lookingAt();
        char delimiter = hints.delimiter()
                .orElseGet(() ->
                        separatorLine ? line.group(1).charAt(0) : DelimiterDetector.detect(text, sample.complete()));
        if (delimiter == '"' || delimiter == '\r' || delimiter == '\n') {
            throw new UnreadableFile("file.delimiterUnusable");
        }
        return new CsvBook(source, limits, FileFormat.csv(encoding, delimiter), separatorLine);
    }

    @Override
    public FileFormat format() {
        return format;
    }

    @Override
    public RawRows read() throws IOException {
        var decoder = format.encoding()
                .orElseThrow()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        Reader text = new BufferedReader(new InputStreamReader(source.open(), decoder), 1 << 16);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return new CsvRows(text, format.delimiter().orElseThrow(), limits, separatorLine);
    }

    @Override
    public void close() {
        // Nothing is held between readings.
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** Text has next to no control characters; one stray NUL is a fault of its row, not of the file. */
    private static void refuseBinary(String text) {
        long controls = text.chars()
                .filter(c -> c < ' ' && (c < '\t' || c > '\r') || c == 0x7F)
                .count();
        if (controls > FEW_CONTROLS && controls * 100 > text.length()) {
            throw new UnreadableFile("file.binary");
        }
    }
}
