package io.guanxi.billing;

import io.guanxi.kernel.database.SqlGateway;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The plans on sale, from the smallest to the largest. Needs no permission: they are public. */
@Stateless
public class Plans {

    @Inject
    private SqlGateway sql;

    public List<Plan> list() {
        return codes().stream().map(this::read).toList();
    }

    /** Codes of the plans, the smallest first. */
    public List<String> codes() {
        return sql.queryPlatform("SELECT code FROM plan ORDER BY position", row -> row.getString(1));
    }

    /**
     * @throws UnknownPlan when there is none of that code
     */
    public Plan require(String code) {
        if (!codes().contains(code)) {
            throw new UnknownPlan(code);
        }
        return read(code);
    }

    /** The smallest plan that has the module; empty when none has. */
    public Optional<Plan> smallestWith(String module) {
        return list().stream().filter(plan -> plan.modules().contains(module)).findFirst();
    }

    private Plan read(String code) {
        Set<String> modules = new HashSet<>(
                sql.queryPlatform("SELECT module FROM plan_module WHERE plan = ?", row -> row.getString(1), code));
        Map<String, Long> limits = new HashMap<>();
        sql.queryPlatform(
                "SELECT name, allowed FROM plan_limit WHERE plan = ?",
                row -> limits.put(row.getString(1), row.getLong(2)),
                code);
        return new Plan(code, modules, limits);
    }
}
