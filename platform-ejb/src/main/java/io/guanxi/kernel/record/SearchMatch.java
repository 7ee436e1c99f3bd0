package io.guanxi.kernel.record;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.search.SearchTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says why a record was found: which field has what was typed, and where. */
final class SearchMatch {

    private static final int LONGEST = 200;

    private final List<FieldDescriptor> fields;
    private final List<String> typed;
    private final String title;

    SearchMatch(ObjectDescriptor object, String text) {
        typed = SearchTerms.typed(text);
        title = object.titleField();
        fields = object.fields().values().stream()
                .filter(FieldDescriptor::searchable)
                .sorted(Comparator.comparing(
                        (FieldDescriptor field) -> !field.name().equals(title)))
                .toList();
    }

    /** The first field with the most of the words. */
    Optional<SearchResult.Match> in(RecordView record) {
        Optional<SearchResult.Match> best = Optional.empty();
        int most = 0;
        for (FieldDescriptor field : fields) {
            Object value = record.value(field.name());
            if (value == null) {
                continue;
            }
            String text = value instanceof List<?> names
                    ? String.join(", ", names.stream().map(Object::toString).toList())
                    : value.toString();
            String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
            int words = words(field.type(), shown);
            if (words > most) {
                most = words;
                best = Optional.of(new SearchResult.Match(field.name(), shown, places(field.type(), shown)));
            }
        }
        return best;
    }

    private int words(FieldType type, String text) {
        SearchTerms terms = SearchTerms.of(type == FieldType.TAGS ? FieldType.TEXT : type, text);
        return (int) typed.stream()
                .filter(word -> terms.all().stream().anyMatch(term -> term.startsWith(word))
                        || terms.digits().stream().anyMatch(term -> term.startsWith(word)))
                .count();
    }

    private List<SearchResult.Place> places(FieldType type, String text) {
        List<SearchResult.Place> places = new ArrayList<>();
        // Where small letters take more room than capitals the places would be wrong.
        String small = text.toLowerCase(Locale.ROOT);
        if (type != FieldType.PHONE && small.length() == text.length()) {
            for (String word : typed) {
                int from = small.indexOf(word);
                if (from >= 0) {
                    places.add(new SearchResult.Place(from, from + word.length()));
                }
            }
        }
        places.sort(Comparator.comparingInt(SearchResult.Place::from));
        List<SearchResult.Place> apart = new ArrayList<>();
        for (SearchResult.Place place : places) {
            if (apart.isEmpty() || apart.get(apart.size() - 1).to() <= place.from()) {
                apart.add(place);
            }
        }
        return apart;
    }
}
