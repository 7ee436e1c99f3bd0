package io.guanxi.kernel.search;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Shelf;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A record as the index of its tenant knows it: by what it is found, and nothing that is shown. */
public final class SearchDocument {

    /** Longest title that is compared as a whole. */
    private static final int LONGEST_TITLE = 80;

    private final String object;
    private final long id;
    private final Shelf shelf;
    private final Set<String> titleWords = new LinkedHashSet<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> all = new LinkedHashSet<>();
    private final Set<String> beginnings = new LinkedHashSet<>();
    private final Set<String> digits = new LinkedHashSet<>();
    private final Set<String> titleBeginnings = new LinkedHashSet<>();
    private final Set<Long> tags = new LinkedHashSet<>();
    private String title = "";
    private Long owner;

    /**
     * @param object  name of the record's object
     * @param shelf where it lies
     */
    public SearchDocument(String object, long id, Shelf shelf) {
        this.object = object;
        this.id = id;
        this.shelf = shelf;
    }

    /** The record is found by this text. */
    public SearchDocument text(FieldType type, String text) {
        add(SearchTerms.of(type, text));
        return this;
    }

    /** The record is called so: found here it comes before others. */
    public SearchDocument title(FieldType type, String text) {
        SearchTerms terms = SearchTerms.of(type, text);
        add(terms);
        titleWords.addAll(terms.words());
        terms.words().forEach(word -> titleBeginnings.addAll(SearchTerms.beginnings(word, 1)));
        title = whole(text);
        SearchTerms.beginnings(title, 1).forEach(begin -> titleBeginnings.add(first(begin)));
        return this;
    }

    private void add(SearchTerms terms) {
        words.addAll(terms.words());
        all.addAll(terms.all());
        beginnings.addAll(terms.beginnings());
        digits.addAll(terms.digits());
    }

    /** The beginning of a title among the beginnings of its words. */
    static String first(String beginning) {
        return "^" + beginning;
    }

    /** The record has this tag: it is found by what the tag is called then. */
    public SearchDocument tag(long tag) {
        tags.add(tag);
        return this;
    }

    /** Whose the record is; null for nobody's. */
    public SearchDocument owner(Long member) {
        owner = member;
        return this;
    }

    /** A title as it is compared as a whole. */
    static String whole(String text) {
        String joined = String.join(" ", SearchTerms.words(SearchTerms.folded(text)));
        return joined.length() <= LONGEST_TITLE ? joined : joined.substring(0, LONGEST_TITLE);
    }

    long id() {
        return id;
    }

    /** Records of an object and those of it in the recycle bin are two kinds. */
    String kind() {
        return kind(object, shelf);
    }

    static String kind(String object, Shelf shelf) {
        return switch (shelf) {
            case LISTED -> object;
            case ARCHIVED -> object + "~";
            case DELETED -> object + "!";
            case LIVE -> throw new IllegalArgumentException("words are looked for on one shelf");
        };
    }

    String title() {
        return title;
    }

    Set<String> titleWords() {
        return titleWords;
    }

    Set<String> words() {
        return words;
    }

    Set<String> all() {
        return all;
    }

    Set<String> beginnings() {
        return beginnings;
    }

    Set<String> digits() {
        return digits;
    }

    Set<String> titleBeginnings() {
        return titleBeginnings;
    }

    Optional<Long> owner() {
        return Optional.ofNullable(owner);
    }

    Set<Long> tags() {
        return tags;
    }
}
