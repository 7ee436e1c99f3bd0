package io.guanxi.kernel.search;

import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** The form of a record in the index. A change of it needs a new {@link IndexState#FORMAT}. */
final class IndexFields {

    static final String ID = "id";
    static final String KIND = "kind";
    static final String TITLE = "title";
    static final String TITLE_WORDS = "titleWords";
    static final String WORDS = "words";
    static final String ALL = "all";
    static final String BEGINNINGS = "beginnings";
    static final String TITLE_BEGINNINGS = "titleBeginnings";
    static final String DIGITS = "digits";
    static final String TAG = "tag";
    static final String OWNER = "owner";
    static final String GENERATION = "generation";

    private static final FieldType TERMS = new FieldType();

    static {
        TERMS.setIndexOptions(IndexOptions.DOCS);
        TERMS.setOmitNorms(true);
        TERMS.setTokenized(true);
        TERMS.freeze();
    }

    private IndexFields() {}

    /** How a record is named in the index. */
    static String key(long id) {
        return Long.toString(id, Character.MAX_RADIX);
    }

    static Term term(long id) {
        return new Term(ID, key(id));
    }

    /**
     * @param generation the walk over all records that was under way or done when it was written
     */
    static Document of(SearchDocument record, long generation) {
        Document document = new Document();
        document.add(new StringField(ID, key(record.id()), Field.Store.NO));
        document.add(new NumericDocValuesField(ID, record.id()));
        document.add(new StringField(KIND, record.kind(), Field.Store.NO));
        document.add(new SortedDocValuesField(KIND, new BytesRef(record.kind())));
        document.add(new StringField(TITLE, record.title(), Field.Store.NO));
        add(document, TITLE_WORDS, record.titleWords());
        add(document, WORDS, record.words());
        add(document, ALL, record.all());
        add(document, BEGINNINGS, record.beginnings());
        add(document, TITLE_BEGINNINGS, record.titleBeginnings());
        add(document, DIGITS, record.digits());
        record.tags().forEach(tag -> document.add(new StringField(TAG, key(tag), Field.Store.NO)));
        record.owner().ifPresent(owner -> document.add(new StringField(OWNER, key(owner), Field.Store.NO)));
        document.add(new StringField(GENERATION, key(generation), Field.Store.NO));
        return document;
    }

    private static void add(Document document, String field, Set<String> terms) {
        if (!terms.isEmpty()) {
            document.add(new Field(field, new Terms(terms), TERMS));
        }
    }

    /** Terms that were made elsewhere, one after the other. */
    private static final class Terms extends TokenStream {

        private final Iterator<String> terms;
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        Terms(Set<String> terms) {
            this.terms = terms.iterator();
        }

        @Override
        public boolean incrementToken() throws IOException {
            clearAttributes();
            if (!terms.hasNext()) {
                return false;
            }
            term.append(terms.next());
            return true;
        }
    }
}
