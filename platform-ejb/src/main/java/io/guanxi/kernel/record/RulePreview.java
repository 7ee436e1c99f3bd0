package io.guanxi.kernel.record;

import java.util.List;

/**
 * Which records a rule would take.
 *
 * @param holds  records the rule holds for
 * @param asked  records that were asked: the newest
 * @param sample some of those it holds for
 */
public record RulePreview(int holds, int asked, List<Match> sample) {

    private static final int SHOWN = 5;

    /** A record the rule holds for. */
    public record Match(String id, String name) {}

    /**
     * @param matches all that the rule holds for
     */
    public static RulePreview of(List<Match> matches, int asked) {
        return new RulePreview(
                matches.size(), asked, matches.stream().limit(SHOWN).toList());
    }
}
