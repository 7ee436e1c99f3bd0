package io.guanxi.kernel.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** A workbook of Excel 2007 or later, of which one sheet is read. */
final class XlsxBook implements Book {

    private final SpooledFile file;
    private final XlsxParts parts;
    private final FileLimits limits;
    private final FileFormat format;
    private final String part;
    private final SheetRows.SheetContext context;
    private final long budget;

    private XlsxBook(SpooledFile file, XlsxParts parts, FileHints hints, FileLimits limits) throws IOException {
        this.file = file;
        this.parts = parts;
        this.limits = limits;
        AtomicLong allowed = new AtomicLong(limits.inflatedBytes());
        Workbook workbook = Workbook.read(parts, allowed);
        Workbook.Sheet sheet = workbook.choose(hints.sheet());
        this.part = sheet.part();
        this.format = FileFormat.xlsx(
                workbook.sheets().stream().map(Workbook.Sheet::name).toList(), sheet.name());
        this.context = new SheetRows.SheetContext(
                SharedStrings.read(parts, workbook.sharedStrings(), limits, allowed),
                CellFormats.read(parts, workbook.styles(), allowed),
                workbook.date1904());
        this.budget = allowed.get();
    }

    static XlsxBook open(FileSource source, FileHints hints, FileLimits limits, Path folder) throws IOException {
        SpooledFile file = SpooledFile.copy(source, limits, folder);
        XlsxParts parts = null;
        try {
            parts = XlsxParts.open(file.path(), limits);
            return new XlsxBook(file, parts, hints, limits);
        } catch (IOException | RuntimeException e) {
            if (parts != null) {
                parts.close();
            }
            file.close();
            throw e;
        }
    }

    @Override
    public FileFormat format() {
        return format;
    }

    @Override
    public RawRows read() throws IOException {
        return new SheetRows(parts.open(part, new AtomicLong(budget)), context, limits);
    }

    @Override
    public void close() throws IOException {
        try {
            parts.close();
        } finally {
            file.close();
        }
    }
}
