package io.guanxi.kernel.validation;

import io.guanxi.kernel.json.JsonTree;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A rule as the database keeps it. */
record RuleRow(long id, ValidationRule rule) {

    static final String COLUMNS =
            "SELECT id, object, name, condition_source, messages, field, active FROM validation_rule WHERE tenant_id = ?";

    static RuleRow read(ResultSet row) throws SQLException {
        Map<String, String> messages = new LinkedHashMap<>();
        JsonTree.readObject(row.getString(5)).forEach((language, text) -> messages.put(language, (String) text));
        return new RuleRow(
                row.getLong(1),
                new ValidationRule(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        messages,
                        row.getString(6),
                        row.getBoolean(7)));
    }
}
