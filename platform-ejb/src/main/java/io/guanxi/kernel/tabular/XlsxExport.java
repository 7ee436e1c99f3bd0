package io.guanxi.kernel.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook for people to open, written row by row. All cells are texts, so none of them is ever run as a formula.
 *
 * <p>Where a sheet is full the rows go on in another one. A text longer than a spreadsheet can hold (32,767 characters)
 * is cut.
 */
public final class XlsxExport implements Closeable {

    private static final int ROWS_PER_SHEET = 1_048_576;
    private static final int LONGEST_CELL = 32_767;
    private static final int ROWS_PER_FLUSH = 500;

    private final OutputStream out;
    private final Workbook workbook;
    private final String name;
    private Worksheet sheet;
    private int sheets = 1;
    private int row;

    /**
     * @param out  closed with this
     * @param name of the sheet, at most 25 characters
     */
    public XlsxExport(OutputStream out, String name) {
        this.out = out;
        this.workbook = new Workbook(out, "Guanxi", "1.0");
        this.name = name;
        this.sheet = workbook.newWorksheet(name);
    }

    /** Writes one row. */
    public void write(List<String> values) throws IOException {
        if (row == ROWS_PER_SHEET) {
            sheet.finish();
            sheet = workbook.newWorksheet(name + " " + ++sheets);
            row = 0;
        }
        for (int column = 0; column < values.size(); column++) {
            String value = values.get(column);
            if (!value.isEmpty()) {
                sheet.inlineString(row, column, cut(RichText.escape(value)));
            }
        }
        if (++row % ROWS_PER_FLUSH == 0) {
            sheet.flush();
        }
    }

    private static String cut(String value) {
        return value.length() <= LONGEST_CELL ? value : value.substring(0, LONGEST_CELL);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
        out.close();
    }
}
