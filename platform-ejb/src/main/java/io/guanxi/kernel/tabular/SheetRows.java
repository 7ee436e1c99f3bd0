package io.guanxi.kernel.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One reading through the rows of a sheet (ECMA-376 part 1, 18.3.1.73 and 18.3.1.4). */
final class SheetRows implements RawRows {

    private final XmlPart xml;
    private final SheetContext context;
    private final FileLimits limits;
    private final LimitedText text;
    private long line;

    /** What the cells of a sheet refer to. */
    record SheetContext(SharedStrings strings, CellFormats formats, boolean date1904) {}

    SheetRows(XmlPart xml, SheetContext context, FileLimits limits) {
        this.xml = xml;
        this.context = context;
        this.limits = limits;
        this.text = new LimitedText(limits.cellChars());
    }

    @Override
    public Optional<RawRow> next() {
        if (!xml.toStart(Set.of("row"))) {
            return Optional.empty();
        }
        line = xml.attribute("r").flatMap(SheetRows::positive).orElse(line + 1);
        List<String> values = new ArrayList<>();
        Optional<CellFault> fault = Optional.empty();
        int column = -1;
        int length = 0;
        Optional<String> element = xml.toChild("row");
        while (element.isPresent()) {
            if (element.get().equals("c")) {
                column = xml.attribute("r").map(SheetRows::columnOf).orElse(column + 1);
                String value = value();
                if (!value.isEmpty()) {
                    length += value.length();
                    refuseExcess(column, length);
                    CheckedCell cell = CheckedCell.of(column, value, limits);
                    put(values, column, cell.text());
                    fault = fault.isPresent() ? fault : cell.fault();
                }
            }
            element = xml.toChild("row");
        }
        return Optional.of(new RawRow(line, values, fault));
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }

    private String value() {
        String type = xml.attribute("t").orElse("n");
        int style = xml.attribute("s").flatMap(SheetRows::positive).orElse(0L).intValue();
        text.clear();
        boolean inline = false;
        Optional<String> element = xml.toChild("c");
        while (element.isPresent()) {
            switch (element.get()) {
                case "v" -> xml.text(text);
                case "is" -> {
                    inline = true;
                    RichText.read(xml, "is", text);
                }
                default -> xml.skip();
            }
            element = xml.toChild("c");
        }
        String raw = text.toString();
        if (raw.isEmpty() || inline) {
            return RichText.unescape(raw);
        }
        return switch (type) {
            case "n" -> context.formats.isDate(style) ? CellText.date(raw, context.date1904) : CellText.number(raw);
            case "s" -> context.strings.get(positive(raw).orElse(-1L).intValue());
            case "b" -> CellText.truth(raw);
            case "d" -> CellText.isoDate(raw);
            case "str" -> RichText.unescape(raw);
            default -> raw;
        };
    }

    private void refuseExcess(int column, int length) {
        if (column >= limits.columns()) {
            throw new UnreadableFile("file.tooManyColumns", limits.columns());
        }
        if (length > limits.rowChars()) {
            throw new UnreadableFile("file.rowTooLong", line, limits.rowChars());
        }
    }

    private static void put(List<String> values, int column, String value) {
        while (values.size() <= column) {
            values.add("");
        }
        values.set(column, value);
    }

    /** Whole numbers a sheet can hold; empty for anything else. */
    private static Optional<Long> positive(String number) {
        String digits = number.strip();
        boolean fits =
                !digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return fits ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    /** Position from 0 of a cell such as {@code AB12}; at most some 300 million. */
    private static int columnOf(String reference) {
        int column = 0;
        for (int i = 0; i < Math.min(reference.length(), 6); i++) {
            char c = reference.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + (c - 'A' + 1);
        }
        if (column == 0) {
            throw new UnreadableFile("file.damaged");
        }
        return column - 1;
    }
}
