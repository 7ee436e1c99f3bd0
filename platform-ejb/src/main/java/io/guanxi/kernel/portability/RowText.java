package io.guanxi.kernel.portability;

import io.guanxi.kernel.database.ColumnKind;
import io.guanxi.kernel.database.ColumnShape;
import io.guanxi.kernel.json.JsonTree;
import jakarta.json.JsonException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row as one line of JSON. Ids and amounts are texts, since readers elsewhere lose digits of long numbers; times are in UTC and
 * bytes in base64; what is empty is left out.
 */
final class RowText {

    private RowText() {}

    static String write(List<ColumnShape> columns, ResultSet row) throws SQLException {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Object value = value(columns.get(i).kind(), row, i + 1);
            if (value != null) {
                tree.put(columns.get(i).name(), value);
            }
        }
        return JsonTree.write(tree);
    }

    private static Object value(ColumnKind kind, ResultSet row, int column) throws SQLException {
        return switch (kind) {
            case BOOLEAN -> {
                boolean flag = row.getBoolean(column);
                yield row.wasNull() ? null : (Object) flag;
            }
            case INTEGER -> {
                long number = row.getLong(column);
                yield row.wasNull() ? null : (Object) number;
            }
            case LONG, TEXT -> row.getString(column);
            case DECIMAL -> {
                BigDecimal number = row.getBigDecimal(column);
                yield number == null ? null : number.toPlainString();
            }
            case DATE -> {
                LocalDate day = row.getObject(column, LocalDate.class);
                yield day == null ? null : day.toString();
            }
            case TIME -> {
                LocalDateTime time = row.getObject(column, LocalDateTime.class);
                yield time == null ? null : time.toString();
            }
            case BYTES -> {
                byte[] bytes = row.getBytes(column);
                yield bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
            }
        };
    }

    /**
     * The members of a line.
     *
     * @throws ArchiveRefused when it is no row of the table
     */
    static Map<String, Object> read(PortableTable table, String line) {
        try {
            Map<String, Object> tree = JsonTree.readObject(line);
            long known = table.columns().stream()
                    .filter(column -> tree.containsKey(column.name()))
                    .count();
            if (known != tree.size()) {
                throw ArchiveRefused.ofRow(table.name());
            }
            return tree;
        } catch (JsonException | ClassCastException e) {
            throw ArchiveRefused.ofRow(table.name());
        }
    }

    /**
     * What the column is to hold.
     *
     * @throws ArchiveRefused when it cannot
     */
    static Object parse(PortableTable table, ColumnShape column, Object value) {
        if (value == null) {
            return null;
        }
        try {
            return switch (column.kind()) {
                case BOOLEAN -> (Boolean) value;
                case INTEGER -> Math.toIntExact((Long) value);
                case LONG -> Long.parseLong((String) value);
                case TEXT -> (String) value;
                case DECIMAL -> new BigDecimal((String) value);
                case DATE -> LocalDate.parse((String) value);
                case TIME -> LocalDateTime.parse((String) value);
                case BYTES -> Base64.getDecoder().decode((String) value);
            };
        } catch (ClassCastException | ArithmeticException | IllegalArgumentException | DateTimeException e) {
            throw ArchiveRefused.ofRow(table.name());
        }
    }
}
