package io.guanxi.kernel.custom;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.job.Job;
import io.guanxi.kernel.job.JobHandler;
import io.guanxi.kernel.job.JobWork;
import io.guanxi.kernel.job.Tally;
import io.guanxi.kernel.json.JsonTree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Deletes the values of a field that was taken away, a chunk at a time, and the field itself with the last of them. */
@ApplicationScoped
public class FieldRemoval implements JobHandler {

    static final String TYPE = "fieldRemoval";

    private static final int CHUNK = 1_000;
    private static final String FIELD = "field";

    @Inject
    private SqlGateway sql;

    static String settings(long field) {
        return JsonTree.write(Map.of(FIELD, RecordId.format(field)));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobWork open(Job job) {
        String field = (String) JsonTree.readObject(job.settings()).get(FIELD);
        return new Work(RecordId.parse(field).orElseThrow());
    }

    /** What is left to be deleted is what is there: nothing has to be remembered. */
    private final class Work implements JobWork {

        private final long field;
        private List<Long> records = List.of();

        Work(long field) {
            this.field = field;
        }

        @Override
        public long count(Runnable alive) {
            return sql.query(
                            "SELECT COUNT(*) FROM custom_value WHERE tenant_id = ? AND field_id = ?",
                            row -> row.getLong(1),
                            field)
                    .get(0);
        }

        @Override
        public boolean next() {
            records = sql.query(
                    "SELECT record_id FROM custom_value WHERE tenant_id = ? AND field_id = ? ORDER BY sort_key, record_id"
                            + " LIMIT " + CHUNK,
                    row -> row.getLong(1),
                    field);
            return !records.isEmpty() || isThere();
        }

        private boolean isThere() {
            return !sql.query(
                            "SELECT id FROM custom_field WHERE tenant_id = ? AND id = ? AND removed = TRUE",
                            row -> row.getLong(1),
                            field)
                    .isEmpty();
        }

        @Override
        public Tally run() {
            if (records.isEmpty()) {
                sql.update("DELETE FROM custom_field WHERE tenant_id = ? AND id = ? AND removed = TRUE", field);
                return Tally.NONE;
            }
            sql.batch(
                    "DELETE FROM custom_value WHERE tenant_id = ? AND record_id = ? AND field_id = ?",
                    records.stream().map(record -> new Object[] {record, field}).toList());
            return new Tally(records.size(), 0, records.size(), 0, 0);
        }

        @Override
        public void close() {
            records = List.of();
        }
    }
}
