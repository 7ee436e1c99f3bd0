package io.guanxi.kernel.database;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;

/**
 * Judges one statement. Allowed are plain SELECT, INSERT … VALUES, UPDATE and DELETE in which every tenant table of
 * every query block is tied to {@code tenant_id = ?}; anything else, and anything unreadable, is refused.
 */
final class StatementJudge {

    static final String TENANT_COLUMN = "tenant_id";

    private static final Pattern SELECT = Pattern.compile("\\bSELECT\\b", Pattern.CASE_INSENSITIVE);

    private final String sql;
    private final Set<Integer> tenantParameters = new TreeSet<>();
    private int judgedBlocks;

    private StatementJudge(String sql) {
        this.sql = sql;
    }

    static Verdict judge(String sql) throws SQLException {
        StatementJudge judge = new StatementJudge(sql);
        try {
            // The parser stops at the first statement; what follows would pass unread.
            refuseIf(sql.stripTrailing().indexOf(';') >= 0, "one statement without a semicolon");
            judge.statement(CCJSqlParserUtil.parse(sql));
        } catch (JSQLParserException e) {
            throw new CrossTenantStatement("unreadable statement", sql);
        } catch (Refusal e) {
            throw new CrossTenantStatement(e.getMessage(), sql);
        }
        return new Verdict(Set.copyOf(judge.tenantParameters));
    }

    private void statement(Statement statement) {
        if (statement instanceof Select select) {
            new SelectJudge(this).select(select, Set.of());
        } else if (statement instanceof Insert insert) {
            insert(insert);
        } else if (statement instanceof Update update) {
            update(update);
        } else if (statement instanceof Delete delete) {
            delete(delete);
        } else {
            throw new Refusal("only reading and changing rows is allowed");
        }
        Matcher written = SELECT.matcher(sql);
        if (written.results().count() != judgedBlocks) {
            throw new Refusal("a query block was not seen");
        }
    }

    private void insert(Insert insert) {
        refuseIf(insert.getWithItemsList() != null || insert.getSetUpdateSets() != null, "unusual INSERT");
        refuseIf(
                insert.getSelect() == null
                        || !(insert.getSelect() instanceof net.sf.jsqlparser.statement.select.Values),
                "INSERT takes values only");
        if (insert.getDuplicateUpdateSets() != null) {
            insert.getDuplicateUpdateSets().forEach(this::assignment);
        }
        if (PlatformTables.contains(insert.getTable().getName())) {
            return;
        }
        int position = tenantPosition(insert.getColumns());
        ExpressionList<?> values = insert.getValues().getExpressions();
        if (values.get(0) instanceof ParenthesedExpressionList) {
            values.forEach(row -> tenantValue(((ExpressionList<?>) row).get(position)));
        } else {
            tenantValue(values.get(position));
        }
    }

    private static int tenantPosition(List<Column> columns) {
        if (columns != null) {
            for (int i = 0; i < columns.size(); i++) {
                if (isTenantColumn(columns.get(i))) {
                    return i;
                }
            }
        }
        throw new Refusal("INSERT without " + TENANT_COLUMN);
    }

    private void tenantValue(Object value) {
        if (!(value instanceof JdbcParameter parameter)) {
            throw new Refusal("the tenant must be a parameter");
        }
        bind(parameter);
    }

    private void update(Update update) {
        refuseIf(
                update.getFromItem() != null
                        || present(update.getJoins())
                        || present(update.getStartJoins())
                        || update.getWithItemsList() != null,
                "UPDATE takes one table");
        update.getUpdateSets().forEach(this::assignment);
        change(update.getTable(), update.getWhere());
    }

    private void assignment(UpdateSet set) {
        refuseIf(set.getColumns().stream().anyMatch(StatementJudge::isTenantColumn), "a row never changes its tenant");
        set.getValues().forEach(value -> new SelectJudge(this).nested((Expression) value, Set.of()));
    }

    private void delete(Delete delete) {
        refuseIf(
                present(delete.getTables())
                        || present(delete.getUsingFromItemList())
                        || present(delete.getJoins())
                        || delete.getWithItemsList() != null,
                "DELETE takes one table");
        change(delete.getTable(), delete.getWhere());
    }

    private void change(Table table, Expression where) {
        TenantTies ties = new TenantTies(Set.of());
        ties.table(table);
        ties.conjuncts(where, null);
        ties.requireAll().forEach(this::bind);
        new SelectJudge(this).nested(where, ties.tied());
    }

    void bind(JdbcParameter parameter) {
        tenantParameters.add(parameter.getIndex());
    }

    void blockJudged() {
        judgedBlocks++;
    }

    static boolean isTenantColumn(Column column) {
        return TENANT_COLUMN.equalsIgnoreCase(column.getColumnName());
    }

    static void refuseIf(boolean condition, String reason) {
        if (condition) {
            throw new Refusal(reason);
        }
    }

    private static boolean present(List<?> list) {
        return list != null && !list.isEmpty();
    }

    /** Why a statement may not run. */
    static final class Refusal extends RuntimeException {
        Refusal(String reason) {
            super(reason);
        }
    }
}
