package io.guanxi.kernel.query;

import io.guanxi.kernel.record.RecordView;
import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param next  cursor of the following page; empty on the last
 * @param total how many records match, when it was asked for
 */
public record RecordPage(List<RecordView> items, Optional<String> next, Optional<Total> total) {

    /**
     * @param atLeast counting stopped there; more may match
     */
    public record Total(long count, boolean atLeast) {}
}
