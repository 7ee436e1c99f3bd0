package io.guanxi.kernel.job;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.file.StoredFiles;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * How long the files of jobs are kept: what a job was given for 30 days after its end, what it made for 7, and what was
 * uploaded and never used for 30.
 */
@Stateless
@TenantBound
public class JobFiles {

    static final int DAYS_OF_INPUT = 30;
    static final int DAYS_OF_RESULTS = 7;

    /** Files of one transaction; each has many pieces. */
    private static final int PAGE = 10;

    @Inject
    private SqlGateway sql;

    @Inject
    private StoredFiles files;

    /**
     * Erases some files whose time is over.
     *
     * @return how many
     */
    public int eraseOld() {
        return eraseOf("file_id", DAYS_OF_INPUT) + eraseOf("result_id", DAYS_OF_RESULTS) + eraseUnused();
    }

    private int eraseOf(String column, int days) {
        List<long[]> old = sql.query(
                "SELECT id, %1$s FROM job WHERE tenant_id = ? AND finished_at < ? AND %1$s IS NOT NULL LIMIT ?"
                        .formatted(column),
                row -> new long[] {row.getLong(1), row.getLong(2)},
                before(days),
                PAGE);
        old.forEach(pair -> {
            sql.change("UPDATE job SET %s = NULL WHERE id = ? AND tenant_id = ?".formatted(column), pair[0]);
            files.delete(pair[1]);
        });
        return old.size();
    }

    private int eraseUnused() {
        List<Long> unused = sql.query(
                "SELECT f.id FROM stored_file f WHERE f.tenant_id = ? AND f.created_at < ? AND NOT EXISTS"
                        + " (SELECT 1 FROM job j WHERE j.tenant_id = f.tenant_id"
                        + " AND (j.file_id = f.id OR j.result_id = f.id)) LIMIT ?",
                row -> row.getLong(1),
                before(DAYS_OF_INPUT),
                PAGE);
        unused.forEach(files::delete);
        return unused.size();
    }

    private static LocalDateTime before(int days) {
        return LocalDateTime.now(ZoneOffset.UTC).minusDays(days);
    }
}
