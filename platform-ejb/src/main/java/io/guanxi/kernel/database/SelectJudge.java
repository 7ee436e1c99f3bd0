package io.guanxi.kernel.database;

import static io.guanxi.kernel.database.StatementJudge.refuseIf;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;

/** Judges the query blocks of a statement, nested ones too. */
final class SelectJudge {

    private final StatementJudge statement;

    SelectJudge(StatementJudge statement) {
        this.statement = statement;
    }

    /**
     * @param outer aliases already tied to the tenant in enclosing blocks
     */
    void select(Select select, Set<String> outer) {
        refuseIf(select.getWithItemsList() != null && !select.getWithItemsList().isEmpty(), "WITH is not read");
        if (select instanceof ParenthesedSelect inner) {
            select(inner.getSelect(), outer);
        } else if (select instanceof SetOperationList union) {
            union.getSelects().forEach(part -> select(part, outer));
        } else if (select instanceof PlainSelect plain) {
            block(plain, outer);
        } else {
            throw new StatementJudge.Refusal("unusual SELECT");
        }
    }

    private void block(PlainSelect block, Set<String> outer) {
        statement.blockJudged();
        refuseIf(block.getIntoTables() != null || block.getMySqlSelectIntoClause() != null, "SELECT INTO");
        TenantTies ties = new TenantTies(outer);
        source(block.getFromItem(), ties, outer);
        List<Join> joins = block.getJoins() == null ? List.of() : block.getJoins();
        for (Join join : joins) {
            refuseIf(join.isRight() || join.isFull() || join.isNatural(), "unusual join");
            source(join.getFromItem(), ties, outer);
        }
        ties.conjuncts(block.getWhere(), null);
        for (Join join : joins) {
            String onlyFor = join.isLeft() ? TenantTies.alias(join.getFromItem()) : null;
            ties.conjuncts(join.getOnExpressions(), onlyFor);
        }
        ties.requireAll().forEach(statement::bind);
        Set<String> tied = ties.tied();
        joins.forEach(join -> nested(join.getOnExpressions(), tied));
        nested(block.getWhere(), tied);
        nested(block.getHaving(), tied);
        block.getSelectItems().forEach(item -> nested(item.getExpression(), tied));
        if (block.getOrderByElements() != null) {
            block.getOrderByElements().forEach(element -> nested(element.getExpression(), tied));
        }
    }

    private void source(FromItem item, TenantTies ties, Set<String> outer) {
        if (item instanceof Table table) {
            ties.table(table);
        } else if (item instanceof ParenthesedSelect inner) {
            select(inner, outer);
        } else {
            refuseIf(item != null, "unusual FROM");
        }
    }

    private void nested(Collection<Expression> expressions, Set<String> tied) {
        expressions.forEach(expression -> nested(expression, tied));
    }

    /** Judges the blocks inside an expression. */
    void nested(Expression expression, Set<String> tied) {
        if (expression == null) {
            return;
        }
        expression.accept(
                new ExpressionVisitorAdapter<Void>() {
                    @Override
                    public <S> Void visit(ParenthesedSelect inner, S context) {
                        select(inner, tied);
                        return null;
                    }

                    @Override
                    public <S> Void visit(Select inner, S context) {
                        select(inner, tied);
                        return null;
                    }
                },
                null);
    }
}
