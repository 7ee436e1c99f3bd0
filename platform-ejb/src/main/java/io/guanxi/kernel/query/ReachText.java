package io.guanxi.kernel.query;

import io.guanxi.kernel.access.Reach;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.RecordSource;
import java.util.List;

/** Turns a reach into JPQL. */
final class ReachText {

    private final JpqlText jpql;
    private int depth;

    ReachText(JpqlText jpql) {
        this.jpql = jpql;
    }

    /**
     * @param alias of the entity whose records are in reach
     */
    String condition(Reach reach, String alias) {
        if (reach instanceof Reach.Owned owned) {
            return owned(owned, alias);
        } else if (reach instanceof Reach.Within within) {
            return within(within, alias);
        } else if (reach instanceof Reach.Any any) {
            return "("
                    + String.join(
                            " OR ",
                            any.reaches().stream()
                                    .map(one -> condition(one, alias))
                                    .toList())
                    + ")";
        }
        return "1 = 1";
    }

    private String owned(Reach.Owned owned, String alias) {
        String own = owned.owners().isEmpty()
                ? "1 = 0"
                : alias + "." + ObjectDescriptor.OWNER + " IN "
                        + jpql.bind(new Filter.Ids(List.copyOf(owned.owners())).padded());
        if (owned.grantees().isEmpty()) {
            return own;
        }
        String share = "s" + depth++;
        return "(" + own + " OR " + alias + ".id IN (SELECT " + share + ".recordId FROM RecordShare " + share
                + " WHERE "
                + share + ".object = " + jpql.bind(owned.object()) + " AND " + share + ".grantee IN "
                + jpql.bind(List.copyOf(owned.grantees())) + " AND " + share + ".level IN "
                + jpql.bind(List.copyOf(owned.levels())) + "))";
    }

    private String within(Reach.Within within, String alias) {
        ObjectDescriptor target = within.target();
        String whole = "w" + depth++;
        String restriction = target.isCustom()
                ? RecordSource.restriction(
                        target, whole, jpql.bind(target.custom().id()))
                : "";
        return alias + "." + within.reference() + " IN (SELECT " + whole + ".id FROM " + RecordSource.entity(target)
                + " " + whole + " WHERE " + restriction + condition(within.reach(), whole) + ")";
    }
}
