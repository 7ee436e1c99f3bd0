package io.guanxi.customers.classes;

import java.util.List;

/**
 * Whom a rule would take.
 *
 * @param holds  accounts the rule holds for
 * @param asked  accounts that were asked: the newest
 * @param sample some of those it holds for
 */
public record RulePreview(int holds, int asked, List<Match> sample) {

    static final int SHOWN = 5;

    /** An account the rule holds for. */
    public record Match(String id, String name) {}
}
