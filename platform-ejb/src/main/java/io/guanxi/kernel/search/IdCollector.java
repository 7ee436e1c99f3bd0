package io.guanxi.kernel.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Ids of the records found: the newest of them, up to a number. */
final class IdCollector extends SimpleCollector {

    private final int most;
    private final long below;
    private final PriorityQueue<Long> newest = new PriorityQueue<>();
    private NumericDocValues ids;
    private boolean beyond;

    IdCollector(int most) {
        this(most, Long.MAX_VALUE);
    }

    /**
     * @param below newer ones and this one itself are passed over
     */
    IdCollector(int most, long below) {
        this.most = most;
        this.below = below;
    }

    /** The newest first. */
    List<Long> found() {
        List<Long> found = new ArrayList<>(newest);
        found.sort(Comparator.reverseOrder());
        return found;
    }

    /** Whether there are more. */
    boolean isBeyond() {
        return beyond;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        ids = DocValues.getNumeric(context.reader(), IndexFields.ID);
    }

    @Override
    public void collect(int document) throws IOException {
        if (!ids.advanceExact(document) || ids.longValue() >= below) {
            return;
        }
        long id = ids.longValue();
        if (newest.size() < most) {
            newest.add(id);
            return;
        }
        beyond = true;
        if (id > newest.peek()) {
            newest.poll();
            newest.add(id);
        }
    }
}
