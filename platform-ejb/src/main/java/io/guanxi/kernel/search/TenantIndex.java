package io.guanxi.kernel.search;

import io.guanxi.kernel.tag.Tags;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * The Lucene index of one tenant in a folder of its own: no question can reach another tenant's records. What is written is
 * found after {@link #refresh()} and kept after {@link #commit}, together with how far the index has come; a process that is
 * killed in between leaves the index as it was committed.
 */
final class TenantIndex implements Closeable {

    /** Tags beyond that begin alike are not told apart by what was typed. */
    private static final int MOST_TAGS = 50;

    /** Matches that are handed over one by one; of more it is only asked which of some records are among them. */
    static final int FEW = 4_096;

    private static final double WRITE_BUFFER_MEGABYTES = 16;

    private final IndexWriter writer;
    private final SearcherManager searchers;

    /**
     * What was found, by kind.
     *
     * @param tooMany so many have the words that they were neither all counted nor all compared
     */
    record Found(Map<String, BestHits.Group> groups, boolean tooMany) {}

    TenantIndex(Path folder) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig();
        config.setRAMBufferSizeMB(WRITE_BUFFER_MEGABYTES);
        config.setCommitOnClose(false);
        ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
        merges.setMaxMergesAndThreads(4, 1);
        config.setMergeScheduler(merges);
        writer = new IndexWriter(FSDirectory.open(folder), config);
        searchers = new SearcherManager(writer, null);
    }

    /** What was committed last; empty for a new index and for one of another format. */
    Optional<IndexState> state() {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
        if (committed != null) {
            committed.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return IndexState.read(data);
    }

    /** Puts records in the place of what was known of them. */
    void put(Collection<SearchDocument> records, long generation) throws IOException {
        for (SearchDocument record : records) {
            writer.updateDocument(IndexFields.term(record.id()), IndexFields.of(record, generation));
        }
    }

    /** These records are no more. */
    void remove(Collection<Long> ids) throws IOException {
        writer.deleteDocuments(ids.stream().map(IndexFields::term).toArray(Term[]::new));
    }

    /** Lets go of everything that a walk over all records has not met. */
    void keepOnly(long generation) throws IOException {
        writer.deleteDocuments(new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.MUST)
                .add(new TermQuery(new Term(IndexFields.GENERATION, IndexFields.key(generation))), Occur.MUST_NOT)
                .build());
    }

    void clear() throws IOException {
        writer.deleteAll();
    }

    /** What was written before is found from now on. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** What was written before survives the end of the process. */
    void commit(IndexState state) throws IOException {
        writer.setLiveCommitData(state.data().entrySet());
        writer.commit();
    }

    /** Records in the index, those in the recycle bin too. */
    int size() {
        return writer.getDocStats().numDocs;
    }

    /**
     * The best records of each kind. When none has the words as they are typed, slips are forgiven.
     *
     * @param scopes  what to look among; nothing is said of other objects
     * @param byTitle objects of which only titles are looked at
     * @param most    records of each kind
     */
    Found find(String text, Collection<SearchScope> scopes, Set<String> byTitle, int most) {
        return with(searcher -> {
            SearchQuery query = query(searcher, text);
            BestHits all = hits(searcher, query.ranked(scopes, byTitle, SearchQuery.Reach.ALL), most);
            if (all.found() == 0 && query.isForgivable()) {
                BestHits forgiving = hits(searcher, query.ranked(scopes, byTitle, SearchQuery.Reach.FORGIVING), most);
                return new Found(forgiving.groups(), false);
            }
            if (all.found() <= BestHits.CEILING) {
                return new Found(all.groups(), false);
            }
            BestHits titles = hits(searcher, query.ranked(scopes, byTitle, SearchQuery.Reach.TITLES), most);
            return new Found(titles.found() == 0 ? all.groups() : titles.groups(), true);
        });
    }

    private static BestHits hits(IndexSearcher searcher, Query query, int most) throws IOException {
        BestHits hits = new BestHits(most);
        collect(searcher, query, hits);
        return hits;
    }

    /** Ids of the records of a kind that have all words; empty when there are more than {@link #FEW}. */
    Optional<List<Long>> few(String text, String kind, boolean inTitle) {
        return with(searcher -> {
            SearchQuery query = query(searcher, text);
            if (query.isEmpty()) {
                return Optional.of(List.<Long>of());
            }
            IdCollector ids = new IdCollector(FEW);
            collect(searcher, query.matches(kind, inTitle), ids);
            return ids.isBeyond() ? Optional.<List<Long>>empty() : Optional.of(ids.found());
        });
    }

    /**
     * The newest records of a kind that have all words.
     *
     * @param below id that comes before them
     */
    List<Long> newest(String text, String kind, boolean inTitle, long below, int most) {
        return with(searcher -> {
            SearchQuery query = query(searcher, text);
            if (query.isEmpty()) {
                return List.of();
            }
            IdCollector ids = new IdCollector(most, below);
            collect(searcher, query.matches(kind, inTitle), ids);
            return ids.found();
        });
    }

    /** Which of these records have all words. */
    Set<Long> among(String text, String kind, boolean inTitle, Collection<Long> candidates) {
        return with(searcher -> {
            List<BytesRef> keys = candidates.stream()
                    .map(id -> new BytesRef(IndexFields.key(id)))
                    .toList();
            IdCollector ids = new IdCollector(candidates.size());
            collect(
                    searcher,
                    new BooleanQuery.Builder()
                            .add(new TermInSetQuery(IndexFields.ID, keys), Occur.FILTER)
                            .add(query(searcher, text).matches(kind, inTitle), Occur.FILTER)
                            .build(),
                    ids);
            return new HashSet<>(ids.found());
        });
    }

    /** How many records of a kind have all words. */
    int count(String text, String kind, boolean inTitle) {
        return with(searcher -> {
            SearchQuery query = query(searcher, text);
            return query.isEmpty() ? 0 : searcher.count(query.matches(kind, inTitle));
        });
    }

    private SearchQuery query(IndexSearcher searcher, String text) {
        return new SearchQuery(text, word -> tags(searcher, word));
    }

    /** Tags by the beginning of a word of their names; records know their tags by id, so that a renamed one is found. */
    private static List<Long> tags(IndexSearcher searcher, String word) {
        try {
            Query named = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(IndexFields.KIND, Tags.OBJECT)), Occur.FILTER)
                    .add(SearchQuery.begin(word, IndexFields.BEGINNINGS, IndexFields.ALL), Occur.FILTER)
                    .build();
            IdCollector ids = new IdCollector(MOST_TAGS);
            collect(searcher, named, ids);
            return ids.found();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In this thread alone. */
    private static void collect(IndexSearcher searcher, Query query, Collector collector) throws IOException {
        searcher.search(query, new CollectorManager<Collector, Void>() {
            @Override
            public Collector newCollector() {
                return collector;
            }

            @Override
            public Void reduce(Collection<Collector> collectors) {
                return null;
            }
        });
    }

    private <T> T with(Search<T> search) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    /** Lets go of the files; what was not committed is lost. */
    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
        writer.getDirectory().close();
    }
}
