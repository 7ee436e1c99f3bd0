package io.guanxi.infra.system.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** CSV as RFC 4180 has it, read and written without a line of the product: what imports are compared with. */
final class CsvText {

    private final String text;
    private final char delimiter;
    private int position;

    private CsvText(String text, char delimiter) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.delimiter = delimiter;
    }

    /** The rows below the first, by the headings of the first. */
    static List<Map<String, String>> rows(String text, char delimiter) {
        List<List<String>> records = records(text, delimiter);
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> each : records.subList(1, records.size())) {
            List<String> record = rejoined(each, records.get(0).size(), delimiter);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < records.get(0).size(); i++) {
                row.put(records.get(0).get(i), i < record.size() ? record.get(i) : "");
            }
            rows.add(row);
        }
        return rows;
    }

    /** A value with a delimiter and a blank in it, written without quotes, as Northwind has one. */
    private static List<String> rejoined(List<String> record, int columns, char delimiter) {
        List<String> values = new ArrayList<>();
        for (String value : record) {
            if (record.size() > columns && value.startsWith(" ") && !values.isEmpty()) {
                values.set(values.size() - 1, values.get(values.size() - 1) + delimiter + value);
            } else {
                values.add(value);
            }
        }
        return values;
    }

    /** All records, headings included. */
    static List<List<String>> records(String text, char delimiter) {
        CsvText csv = new CsvText(text, delimiter);
        List<List<String>> records = new ArrayList<>();
        while (csv.position < csv.text.length()) {
            records.add(csv.record());
        }
        return records;
    }

    /** One line, each value in quotes. */
    static String line(Object... values) {
        List<String> quoted = new ArrayList<>();
        for (Object value : values) {
            quoted.add("\"" + value.toString().replace("\"", "\"\"") + "\"");
        }
        return String.join(",", quoted) + "\r\n";
    }

    private List<String> record() {
        List<String> record = new ArrayList<>();
        do {
            record.add(position < text.length() && text.charAt(position) == '"' ? quoted() : plain());
        } while (skip(delimiter));
        skip('\r');
        skip('\n');
        return record;
    }

    private String plain() {
        int begin = position;
        while (position < text.length() && !isEnd(text.charAt(position))) {
            position++;
        }
        return text.substring(begin, position);
    }

    private boolean isEnd(char c) {
        return c == delimiter || c == '\r' || c == '\n';
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        position++;
        while (position < text.length()) {
            if (text.charAt(position) != '"') {
                value.append(text.charAt(position));
            } else if (position + 1 < text.length() && text.charAt(position + 1) == '"') {
                value.append('"');
                position++;
            } else {
                break;
            }
            position++;
        }
        position++;
        return value + plain();
    }

    private boolean skip(char c) {
        if (position < text.length() && text.charAt(position) == c) {
            position++;
            return true;
        }
        return false;
    }
}
