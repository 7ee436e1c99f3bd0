package io.guanxi.infra.system.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The product's database beneath the product: what no interface shows, and people and clients that no page makes. */
public record Database(String url, String user, String password) {

    /** Every row as texts; NULL as null. */
    public List<List<String>> rows(String sql, Object... arguments) {
        try (Connection connection = open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            try (ResultSet result = statement.executeQuery()) {
                List<List<String>> rows = new ArrayList<>();
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                        row.add(result.getString(column));
                    }
                    rows.add(row);
                }
                return rows;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** The first column of every row. */
    public List<String> column(String sql, Object... arguments) {
        return rows(sql, arguments).stream().map(row -> row.get(0)).toList();
    }

    /** A single number. */
    public long number(String sql, Object... arguments) {
        return Long.parseLong(column(sql, arguments).get(0));
    }

    /** Changes rows and tells how many. */
    public int change(String sql, Object... arguments) {
        try (Connection connection = open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
    }
}
