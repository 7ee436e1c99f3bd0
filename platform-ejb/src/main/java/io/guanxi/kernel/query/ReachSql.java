package io.guanxi.kernel.query;

import io.guanxi.kernel.access.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A reach as plain SQL, for statements that go past JPA: {@code ... FROM account a WHERE a.tenant_id = ?} + {@link #and}. Its
 * values come after those that stand before it in the statement. For objects whose records are somebody's, and stand alone.
 */
public final class ReachSql {

    private final String condition;
    private final List<Object> values = new ArrayList<>();

    /**
     * @param alias of the table of the records, which has the columns {@code tenant_id}, {@code id} and {@code owner_id}
     * @throws IllegalArgumentException when records are in reach by what they point to
     */
    public ReachSql(Reach reach, String alias) {
        if (reach.isAll()) {
            condition = "";
        } else if (reach instanceof Reach.Owned owned) {
            String own = owned.owners().isEmpty()
                    ? "1 = 0"
                    : alias + ".owner_id IN (" + marks(owned.owners().size()) + ")";
            values.addAll(owned.owners());
            condition =
                    owned.grantees().isEmpty() ? " AND " + own : " AND (" + own + " OR " + shared(owned, alias) + ")";
        } else {
            throw new IllegalArgumentException("not owned");
        }
    }

    private String shared(Reach.Owned owned, String alias) {
        values.add(owned.object());
        values.addAll(owned.grantees());
        owned.levels().forEach(level -> values.add(level.name()));
        return alias + ".id IN (SELECT sh.record_id FROM record_share sh WHERE sh.tenant_id = " + alias
                + ".tenant_id AND sh.object = ? AND sh.grantee IN ("
                + marks(owned.grantees().size())
                + ") AND sh.level IN (" + marks(owned.levels().size()) + "))";
    }

    private static String marks(int number) {
        return "?" + ", ?".repeat(number - 1);
    }

    /** A condition that begins with {@code AND}; empty when every record is in reach. */
    public String and() {
        return condition;
    }

    /** Its values, and those of the statement after it; the tenant is bound elsewhere. */
    public Object[] valuesBefore(Object... later) {
        return Stream.concat(values.stream(), Stream.of(later)).toArray();
    }

    /** The values of the statement before it, and its own. */
    public Object[] valuesAfter(Object... earlier) {
        return Stream.concat(Stream.of(earlier), values.stream()).toArray();
    }
}
