package io.guanxi.customers.facts;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.event.RecordEvent;
import io.guanxi.kernel.id.RecordId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which accounts it concerns that something happened to a record. */
@ApplicationScoped
public class AccountPointers {

    /** The tables of objects that point to an account, by the name of the object. */
    private static final Map<String, String> TABLES =
            Map.of("salesOrder", "sales_order", "orderLine", "order_line", "contact", "contact");

    private static final String NOTE = "note";

    private static final int AT_ONCE = 100;

    @Inject
    private SqlGateway sql;

    /** Whether records of the object are accounts or point to one. */
    public static boolean concerns(String object) {
        return object.equals(FactFields.ACCOUNT) || object.equals(NOTE) || TABLES.containsKey(object);
    }

    /** The accounts of the caller's tenant behind the events, without those just made. */
    public Set<Long> accountsOf(List<RecordEvent> events) {
        Set<Long> accounts = new LinkedHashSet<>();
        events.stream()
                .filter(event -> event.object().equals(FactFields.ACCOUNT))
                .filter(event -> event.kind() != RecordEvent.Kind.CREATED)
                .forEach(event -> accounts.add(event.recordId()));
        TABLES.forEach((object, table) -> ask(
                events,
                object,
                "SELECT DISTINCT account_id FROM " + table + " WHERE tenant_id = ? AND account_id IS NOT NULL",
                row -> accounts.add(row.getLong(1))));
        ask(
                events,
                NOTE,
                "SELECT DISTINCT related_id FROM note WHERE tenant_id = ? AND related_object = 'accounts'",
                row -> RecordId.parse(row.getString(1)).stream().boxed().allMatch(accounts::add));
        return accounts;
    }

    private void ask(List<RecordEvent> events, String object, String query, SqlGateway.RowReader<Boolean> reader) {
        List<Long> ids = events.stream()
                .filter(event -> event.object().equals(object))
                .map(RecordEvent::recordId)
                .distinct()
                .toList();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<Object> values = new ArrayList<>(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
            values.addAll(Collections.nCopies(AT_ONCE - values.size(), 0L));
            sql.query(
                    query + " AND id IN (" + String.join(", ", Collections.nCopies(AT_ONCE, "?")) + ")",
                    reader,
                    values.toArray());
        }
    }
}
