package io.guanxi.kernel.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;

/** Which tables of one query block are tied to the tenant, directly or through each other. */
final class TenantTies {

    private final Set<String> outer;
    private final Set<String> tenantTables = new LinkedHashSet<>();
    private final Set<String> tied = new HashSet<>();
    private final Map<String, Set<String>> equals = new HashMap<>();
    private final List<JdbcParameter> parameters = new ArrayList<>();

    TenantTies(Set<String> outer) {
        this.outer = outer;
        this.tied.addAll(outer);
    }

    void table(Table table) {
        StatementJudge.refuseIf(table.getSchemaName() != null, "a table is named without its schema");
        if (!PlatformTables.contains(table.getName())) {
            tenantTables.add(alias(table));
        }
    }

    static String alias(FromItem item) {
        String name = item.getAlias() != null
                ? item.getAlias().getName()
                : item instanceof Table table ? table.getName() : "";
        return name.trim().toLowerCase(Locale.ROOT);
    }

    void conjuncts(Collection<Expression> expressions, String onlyFor) {
        expressions.forEach(expression -> conjuncts(expression, onlyFor));
    }

    /**
     * Reads what must hold for every row of the block.
     *
     * @param onlyFor the table that an outer join's condition restricts; null when all are
     */
    void conjuncts(Expression expression, String onlyFor) {
        if (expression instanceof AndExpression and) {
            conjuncts(and.getLeftExpression(), onlyFor);
            conjuncts(and.getRightExpression(), onlyFor);
        } else if (expression instanceof ParenthesedExpressionList<?> group && group.size() == 1) {
            conjuncts(group.get(0), onlyFor);
        } else if (expression instanceof EqualsTo equality) {
            equality(equality, onlyFor);
        }
    }

    private void equality(EqualsTo equality, String onlyFor) {
        if (!(equality.getLeftExpression() instanceof Column left) || !StatementJudge.isTenantColumn(left)) {
            return;
        }
        String table = owner(left);
        if (equality.getRightExpression() instanceof JdbcParameter parameter) {
            if (tenantTables.contains(table) && (onlyFor == null || onlyFor.equals(table))) {
                tied.add(table);
                parameters.add(parameter);
            }
        } else if (equality.getRightExpression() instanceof Column right && StatementJudge.isTenantColumn(right)) {
            link(table, owner(right), onlyFor);
            link(owner(right), table, onlyFor);
        }
    }

    private void link(String table, String other, String onlyFor) {
        if (onlyFor == null || onlyFor.equals(table)) {
            equals.computeIfAbsent(table, key -> new HashSet<>()).add(other);
        }
    }

    private String owner(Column column) {
        if (column.getTable() != null && column.getTable().getName() != null) {
            return column.getTable().getName().toLowerCase(Locale.ROOT);
        }
        // Without a qualifier it is clear only in a block of one table.
        return tenantTables.size() == 1 ? tenantTables.iterator().next() : "";
    }

    /**
     * @return the parameters that hold the tenant
     * @throws StatementJudge.Refusal when a table is not tied
     */
    List<JdbcParameter> requireAll() {
        boolean grew = true;
        while (grew) {
            grew = false;
            for (String table : tenantTables) {
                if (!tied.contains(table)
                        && equals.getOrDefault(table, Set.of()).stream().anyMatch(tied::contains)) {
                    grew = tied.add(table);
                }
            }
        }
        for (String table : tenantTables) {
            StatementJudge.refuseIf(!tied.contains(table), table + " is not tied to the tenant");
        }
        return parameters;
    }

    /** Everything tied here or outside, for the blocks inside. */
    Set<String> tied() {
        Set<String> all = new HashSet<>(outer);
        all.addAll(tied);
        return all;
    }
}
