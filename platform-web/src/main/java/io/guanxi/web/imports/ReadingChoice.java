package io.guanxi.web.imports;

import io.guanxi.kernel.tabular.FileFormat;
import io.guanxi.kernel.tabular.FileHints;
import io.guanxi.kernel.tabular.FileKind;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the file is read: as detected, until a person says otherwise. */
public class ReadingChoice implements Serializable {

    /** Names of encodings that may be chosen. */
    private static final List<String> ENCODINGS =
            List.of("UTF-8", "GB18030", "windows-1252", "UTF-16LE", "UTF-16BE", "Big5", "Shift_JIS");

    private String encoding;
    private String delimiter;
    private String sheet;
    private Boolean header;
    private boolean text;
    private List<String> sheets = List.of();

    FileHints hints() {
        return new FileHints(
                Optional.ofNullable(encoding).map(Charset::forName),
                Optional.ofNullable(delimiter).map(d -> d.charAt(0)),
                Optional.ofNullable(sheet),
                Optional.ofNullable(header));
    }

    void show(FileFormat format) {
        text = format.kind() == FileKind.CSV;
        encoding = format.encoding().map(Charset::name).orElse(null);
        delimiter = format.delimiter().map(String::valueOf).orElse(null);
        sheets = List.copyOf(format.sheets());
        sheet = format.sheet().orElse(null);
        header = format.header();
    }

    public List<String> getEncodings() {
        return encoding == null || ENCODINGS.contains(encoding)
                ? ENCODINGS
                : Stream.concat(Stream.of(encoding), ENCODINGS.stream()).toList();
    }

    /** A text file; else a workbook. */
    public boolean isText() {
        return text;
    }

    public List<String> getSheets() {
        return sheets;
    }

    public String getEncoding() {
        return encoding;
    }

    public void setEncoding(String encoding) {
        this.encoding = encoding;
    }

    public String getDelimiter() {
        return delimiter;
    }

    public void setDelimiter(String delimiter) {
        this.delimiter = delimiter == null || delimiter.isEmpty() ? null : delimiter;
    }

    public String getSheet() {
        return sheet;
    }

    public void setSheet(String sheet) {
        this.sheet = sheet;
    }

    public boolean isHeader() {
        return Boolean.TRUE.equals(header);
    }

    public void setHeader(boolean header) {
        this.header = header;
    }
}
