package io.guanxi.kernel.query;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many records of a list have each value of a field, and what their amounts add up to: one statement for each amount.
 * Lists beyond {@link RecordQuery#COUNT_CEILING} are refused, since every one of their records would have to be read.
 */
@ApplicationScoped
public class RecordGroups {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private RecordCounts counts;

    /** What is added up while rows are read. */
    private static final class Sum {
        private long count;
        private final Map<String, Map<String, BigDecimal>> amounts = new LinkedHashMap<>();
    }

    /**
     * The groups that have records, in no particular order and without labels.
     *
     * @param amounts fields of money in the object's own columns
     * @throws InvalidQuery when the field divides no list, or the list is too long
     */
    public List<RecordGroup> groups(
            ObjectDescriptor object, RecordQuery query, FieldDescriptor by, List<FieldDescriptor> amounts) {
        if (!RecordGroup.divides(by)) {
            throw new InvalidQuery("notGrouped", by.name());
        }
        RecordQuery plain = counts.named(object, query).orElseThrow(() -> new InvalidQuery("groupingWords"));
        if (counts.count(object, plain).atLeast()) {
            throw new InvalidQuery("grouping", RecordQuery.COUNT_CEILING);
        }
        Map<String, Sum> sums = new LinkedHashMap<>();
        read(object, plain, by, null, sums);
        amounts.forEach(amount -> read(object, plain, by, amount, sums));
        List<RecordGroup> groups = new ArrayList<>();
        sums.forEach((value, sum) -> groups.add(new RecordGroup(value, null, sum.count, sum.amounts)));
        return by.isCustom() ? withEmpty(object, plain, by, groups) : groups;
    }

    private void read(
            ObjectDescriptor object,
            RecordQuery query,
            FieldDescriptor by,
            FieldDescriptor amount,
            Map<String, Sum> sums) {
        String key = by.isCustom() ? by.type() == FieldType.CHOICE ? "v.text" : "v.sortKey" : "e." + by.name();
        String money = amount == null ? "" : ", e." + amount.name() + "Currency";
        JpqlText jpql = new JpqlText().append("SELECT " + key + ", COUNT(e.id)");
        if (amount != null) {
            jpql.append(money + ", SUM(e." + amount.name() + ")");
        }
        RecordLists.from(object, query, jpql, by.isCustom() ? ", CustomValue v" : "");
        if (by.isCustom()) {
            jpql.append(" AND v.fieldId = " + jpql.bind(by.custom().id()) + " AND v.recordId = e.id");
        }
        jpql.append(" GROUP BY " + key + money);
        TypedQuery<Object[]> typed = entities.createQuery(jpql.toString(), Object[].class);
        jpql.bindAll(typed);
        for (Object[] row : typed.getResultList()) {
            Sum sum = sums.computeIfAbsent(value(by, row[0]), value -> new Sum());
            if (amount == null) {
                sum.count += (Long) row[1];
            } else if (row[2] != null) {
                sum.amounts
                        .computeIfAbsent(amount.name(), name -> new LinkedHashMap<>())
                        .merge((String) row[2], (BigDecimal) row[3], BigDecimal::add);
            }
        }
    }

    /** Records without a value stand in no index. */
    private List<RecordGroup> withEmpty(
            ObjectDescriptor object, RecordQuery query, FieldDescriptor by, List<RecordGroup> groups) {
        Filter empty = RecordGroup.filter(by, null);
        RecordQuery without = query.filter(query.filter() == null ? empty : Filter.all(query.filter(), empty));
        long count = counts.count(object, without).count();
        if (count > 0) {
            groups.add(new RecordGroup(null, null, count, Map.of()));
        }
        return groups;
    }

    private static String value(FieldDescriptor by, Object key) {
        if (key == null) {
            return by.type() == FieldType.BOOLEAN ? "false" : null;
        }
        return switch (by.type()) {
            case MEMBER, REFERENCE -> key instanceof Long id ? RecordId.format(id) : key.toString();
            case BOOLEAN -> String.valueOf(key.equals(Boolean.TRUE) || key.equals("1"));
            case DATE -> YearMonth.from((LocalDate) key).toString();
            case INSTANT ->
                YearMonth.from(((Instant) key).atZone(CallContext.require().zone()))
                        .toString();
            default -> key.toString();
        };
    }
}
