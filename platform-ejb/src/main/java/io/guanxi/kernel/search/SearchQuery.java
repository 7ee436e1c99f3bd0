package io.guanxi.kernel.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/** What somebody typed, as a question to the index. Every word must be found; where it is found decides the rank. */
final class SearchQuery {

    /** In words shorter than that every slip makes another word. */
    private static final int SHORTEST_FORGIVEN = 4;

    /** From this length on two slips are forgiven. */
    private static final int LONG_WORD = 8;

    private static final float WHOLE_TITLE = 10;
    private static final float BEGIN_OF_TITLE = 6;
    private static final float WORD_OF_TITLE = 4;
    private static final float BEGIN_IN_TITLE = 3;
    private static final float WORD = 1;
    private static final float WITHOUT_SLIP = 5;

    private final String text;
    private final List<String> typed;
    private final Function<String, List<Long>> tags;

    /**
     * @param tags finds the tags that have a word beginning like this
     */
    SearchQuery(String text, Function<String, List<Long>> tags) {
        this.text = text;
        this.typed = SearchTerms.typed(text);
        this.tags = tags;
    }

    /** Whether no word was typed, but only signs or nothing. */
    boolean isEmpty() {
        return typed.isEmpty();
    }

    /** Whether there is a word in which a slip could be forgiven. */
    boolean isForgivable() {
        return typed.stream().anyMatch(SearchQuery::isForgivable);
    }

    /**
     * Records of one kind that have all words, in no order.
     *
     * @param inTitle whether the words must stand in what the record is called
     */
    Query matches(String kind, boolean inTitle) {
        BooleanQuery.Builder all =
                new BooleanQuery.Builder().add(new TermQuery(new Term(IndexFields.KIND, kind)), Occur.FILTER);
        typed.forEach(word -> all.add(inTitle ? inTitle(word) : found(word), Occur.FILTER));
        return all.build();
    }

    private static Query inTitle(String word) {
        return begin(word, IndexFields.TITLE_BEGINNINGS, IndexFields.TITLE_WORDS);
    }

    /** Which records a ranked search looks among. */
    enum Reach {
        /** Those that have all words in their title. */
        TITLES,
        /** Those that have all words somewhere. */
        ALL,
        /** Also those that have a word that is spelled a little differently. */
        FORGIVING
    }

    /**
     * Records in these scopes that have all words, with what makes some better than others.
     *
     * @param byTitle objects of which only titles are looked at
     */
    Query ranked(Collection<SearchScope> scopes, Set<String> byTitle, Reach reach) {
        if (typed.isEmpty()) {
            return new MatchNoDocsQuery();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(among(scopes, byTitle), Occur.FILTER);
        typed.forEach(word -> rank(all, word, reach));
        String title = SearchDocument.whole(text);
        if (!title.isEmpty()) {
            all.add(weighed(new TermQuery(new Term(IndexFields.TITLE, title)), WHOLE_TITLE), Occur.SHOULD);
            all.add(weighed(beginningOfTitle(title), BEGIN_OF_TITLE), Occur.SHOULD);
        }
        return all.build();
    }

    private void rank(BooleanQuery.Builder all, String word, Reach reach) {
        Query inTitle = inTitle(word);
        Query found = reach == Reach.TITLES ? inTitle : found(word);
        if (reach == Reach.FORGIVING && isForgivable(word)) {
            BooleanQuery.Builder either = new BooleanQuery.Builder();
            either.add(found, Occur.SHOULD).add(resembling(word), Occur.SHOULD);
            all.add(either.build(), Occur.FILTER);
            all.add(weighed(found, WITHOUT_SLIP), Occur.SHOULD);
        } else {
            all.add(found, Occur.FILTER);
        }
        all.add(weighed(inTitle, BEGIN_IN_TITLE), Occur.SHOULD);
        all.add(weighed(new TermQuery(new Term(IndexFields.TITLE_WORDS, word)), WORD_OF_TITLE), Occur.SHOULD);
        all.add(weighed(new TermQuery(new Term(IndexFields.WORDS, word)), WORD), Occur.SHOULD);
    }

    private Query found(String word) {
        List<Query> ways = new ArrayList<>();
        ways.add(begin(word, IndexFields.BEGINNINGS, IndexFields.ALL));
        if (SearchTerms.isNumber(word)) {
            ways.add(new PrefixQuery(new Term(IndexFields.DIGITS, word)));
        }
        List<Long> named = tags.apply(word);
        if (!named.isEmpty()) {
            ways.add(new TermInSetQuery(IndexFields.TAG, keys(named)));
        }
        if (ways.size() == 1) {
            return ways.get(0);
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        ways.forEach(way -> any.add(way, Occur.SHOULD));
        return any.build();
    }

    /** Terms that begin like this; short beginnings stand in a field of their own, because so many terms have them. */
    static Query begin(String word, String beginnings, String whole) {
        return word.length() <= SearchTerms.SHORT
                ? new TermQuery(new Term(beginnings, word))
                : new PrefixQuery(new Term(whole, word));
    }

    private static Query beginningOfTitle(String title) {
        return title.length() <= SearchTerms.SHORT
                ? new TermQuery(new Term(IndexFields.TITLE_BEGINNINGS, SearchDocument.first(title)))
                : new PrefixQuery(new Term(IndexFields.TITLE, title));
    }

    /** Words that begin like this but for a slip or two; the first letter is right. */
    private static Query resembling(String word) {
        int slips = word.length() >= LONG_WORD ? 2 : 1;
        LevenshteinAutomata slipped = new LevenshteinAutomata(word.substring(1), true);
        return new AutomatonQuery(
                new Term(IndexFields.WORDS, word),
                Operations.determinize(
                        Operations.concatenate(
                                slipped.toAutomaton(slips, word.substring(0, 1)), Automata.makeAnyString()),
                        Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
    }

    private static boolean isForgivable(String word) {
        return word.length() >= SHORTEST_FORGIVEN
                && !SearchTerms.isHan(word)
                && word.chars().noneMatch(c -> Character.isDigit(c) || c == '@');
    }

    /** Of most objects all records with all their words are looked among: those need but one question. */
    private Query among(Collection<SearchScope> scopes, Set<String> byTitle) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        List<BytesRef> whole = new ArrayList<>();
        for (SearchScope scope : scopes) {
            boolean isTitle = byTitle.contains(scope.object());
            if (scope.owners().isEmpty() && !isTitle) {
                whole.add(new BytesRef(scope.object()));
                continue;
            }
            BooleanQuery.Builder all = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(IndexFields.KIND, scope.object())), Occur.FILTER);
            scope.owners().ifPresent(owners -> all.add(owned(owners, scope.ids()), Occur.FILTER));
            if (isTitle) {
                typed.forEach(word -> all.add(inTitle(word), Occur.FILTER));
            }
            any.add(all.build(), Occur.SHOULD);
        }
        any.add(new TermInSetQuery(IndexFields.KIND, whole), Occur.SHOULD);
        return any.build();
    }

    private static Query owned(Set<Long> owners, Set<Long> ids) {
        return new BooleanQuery.Builder()
                .add(new TermInSetQuery(IndexFields.OWNER, keys(owners)), Occur.SHOULD)
                .add(new TermInSetQuery(IndexFields.ID, keys(ids)), Occur.SHOULD)
                .build();
    }

    private static List<BytesRef> keys(Collection<Long> ids) {
        return ids.stream().map(id -> new BytesRef(IndexFields.key(id))).toList();
    }

    private static Query weighed(Query query, float weight) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }
}
