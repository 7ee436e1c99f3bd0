package io.guanxi.kernel.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts what is found of each kind and keeps the best of it; of equally good ones the newest. */
final class BestHits implements Collector {

    private static final Comparator<Hit> WORST_FIRST =
            Comparator.comparingDouble(Hit::score).thenComparingLong(Hit::id);

    /** Who types what so many records have has to type more: the search ends here. */
    static final int CEILING = 100_000;

    private final int most;
    private int seen;
    private final Map<String, Group> groups = new HashMap<>();

    /** A record that was found. */
    record Hit(long id, float score) {}

    /** Of one kind: how many were found, and the best of them. */
    static final class Group {
        private final PriorityQueue<Hit> best = new PriorityQueue<>(WORST_FIRST);
        private int found;

        int found() {
            return found;
        }

        List<Hit> best() {
            List<Hit> hits = new ArrayList<>(best);
            hits.sort(WORST_FIRST.reversed());
            return hits;
        }

        private void offer(long id, float score, int most) {
            Hit worst = best.peek();
            if (best.size() < most) {
                best.add(new Hit(id, score));
            } else if (worst != null && (score > worst.score() || score == worst.score() && id > worst.id())) {
                best.poll();
                best.add(new Hit(id, score));
            }
        }
    }

    /**
     * @param most kept of each kind
     */
    BestHits(int most) {
        this.most = most;
    }

    /** How many were found in all; not more than one above {@link #CEILING}. */
    int found() {
        return Math.min(seen, CEILING + 1);
    }

    /** What was found, by kind. */
    Map<String, Group> groups() {
        return new LinkedHashMap<>(groups);
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        SortedDocValues kinds = DocValues.getSorted(context.reader(), IndexFields.KIND);
        NumericDocValues ids = DocValues.getNumeric(context.reader(), IndexFields.ID);
        Group[] byOrdinal = new Group[kinds.getValueCount()];
        for (int i = 0; i < byOrdinal.length; i++) {
            byOrdinal[i] = groups.computeIfAbsent(kinds.lookupOrd(i).utf8ToString(), kind -> new Group());
        }
        return new LeafCollector() {
            private Scorable scorer;

            @Override
            public void setScorer(Scorable current) {
                scorer = current;
            }

            @Override
            public void collect(int document) throws IOException {
                if (++seen > CEILING) {
                    throw new CollectionTerminatedException();
                }
                if (kinds.advanceExact(document) && ids.advanceExact(document)) {
                    Group group = byOrdinal[kinds.ordValue()];
                    group.found++;
                    group.offer(ids.longValue(), scorer.score(), most);
                }
            }
        };
    }
}
