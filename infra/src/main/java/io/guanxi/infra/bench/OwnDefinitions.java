package io.guanxi.infra.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.customers.Accounts;
import io.guanxi.kernel.id.RecordId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a tenant that has shaped a lot has made itself: fields of accounts, some of them filled, and objects. */
final class OwnDefinitions {

    /** Of all fields in one record: nobody fills in hundreds. */
    private static final int FILLED = 25;

    private static final int BATCH = 500;
    private static final List<String> TYPES = List.of("TEXT", "INTEGER", "DECIMAL", "DATE");
    private static final List<Object> VALUES = List.of("Forty-two", 42, "42.5", "2026-11-22");

    private final Connection connection;
    private final int tenant;
    private final LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    private final ObjectMapper json = new ObjectMapper();

    OwnDefinitions(Connection connection, int tenant) {
        this.connection = connection;
        this.tenant = tenant;
    }

    /** Makes sure that the tenant has them; one that has any keeps those. */
    void fill(int fields, int objects) throws SQLException {
        connection.setAutoCommit(false);
        if (objects > 0 && ids("custom_object").isEmpty()) {
            addObjects(objects);
        }
        if (fields > 0 && ids("custom_field").isEmpty()) {
            List<Long> made = addFields(fields);
            fillRecords(made);
        }
        try (PreparedStatement told =
                connection.prepareStatement("INSERT INTO custom_version (tenant_id, version) VALUES (?, 1)"
                        + " ON DUPLICATE KEY UPDATE version = version + 1")) {
            told.setInt(1, tenant);
            told.executeUpdate();
        }
        connection.commit();
    }

    private List<Long> addFields(int count) throws SQLException {
        List<Long> made = new ArrayList<>();
        try (BatchInsert rows = new BatchInsert(
                connection,
                "custom_field",
                "tenant_id, id, version, object, name, type, labels, help, choices, max_length, required, is_unique,"
                        + " position, created_at")) {
            for (int i = 0; i < count; i++) {
                long id = RecordId.next();
                String type = TYPES.get(i % TYPES.size());
                rows.add(
                        tenant,
                        id,
                        1L,
                        new Accounts().descriptor().name(),
                        "own" + i,
                        type,
                        "{\"en\":\"Own " + i + "\"}",
                        "{}",
                        "[]",
                        type.equals("TEXT") ? 100 : 0,
                        false,
                        false,
                        i,
                        now);
                made.add(id);
            }
            rows.flush();
        }
        return made;
    }

    private void addObjects(int count) throws SQLException {
        try (BatchInsert rows = new BatchInsert(
                connection,
                "custom_object",
                "tenant_id, id, version, name, path, labels, plurals, icon, position, created_at")) {
            for (int i = 0; i < count; i++) {
                String label = "{\"en\":\"Thing " + i + "\"}";
                rows.add(tenant, RecordId.next(), 1L, "thing" + i, "things" + i, label, label, "pi-box", i, now);
            }
            rows.flush();
        }
    }

    private void fillRecords(List<Long> fields) throws SQLException {
        List<Long> accounts = ids("account");
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE account SET custom = ? WHERE tenant_id = ? AND id = ?")) {
            for (int i = 0; i < accounts.size(); i++) {
                update.setString(1, values(fields, i));
                update.setInt(2, tenant);
                update.setLong(3, accounts.get(i));
                update.addBatch();
                if (i % BATCH == BATCH - 1) {
                    update.executeBatch();
                }
            }
            update.executeBatch();
        }
    }

    /** Other fields in each record. */
    private String values(List<Long> fields, int record) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(FILLED, fields.size()); i++) {
            int field = (record + i * (fields.size() / FILLED + 1)) % fields.size();
            values.put(RecordId.format(fields.get(field)), VALUES.get(field % VALUES.size()));
        }
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new SQLException(e);
        }
    }

    private List<Long> ids(String table) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM " + table + " WHERE tenant_id = ?")) {
            select.setInt(1, tenant);
            try (ResultSet rows = select.executeQuery()) {
                List<Long> ids = new ArrayList<>();
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
                return ids;
            }
        }
    }
}
