package io.guanxi.kernel.export;

import java.util.Locale;

/** Forms of exported files. */
public enum ExportFormat {
    CSV("text/csv; charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What ends the name of such a file. */
    public String extension() {
        return "." + name().toLowerCase(Locale.ROOT);
    }
}
