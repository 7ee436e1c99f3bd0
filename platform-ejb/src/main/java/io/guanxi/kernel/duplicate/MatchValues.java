package io.guanxi.kernel.duplicate;

import io.guanxi.kernel.object.MatchField;
import io.guanxi.kernel.object.MatchKind;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Everything about one record that is compared with others. */
public final class MatchValues {

    private final ObjectDescriptor object;
    private final Map<MatchField, List<Name>> names = new LinkedHashMap<>();
    private final Map<MatchField, Set<String>> texts = new LinkedHashMap<>();

    private MatchValues(ObjectDescriptor object) {
        this.object = object;
    }

    /**
     * @param values external form of a field by its name; null when it is empty
     */
    public static MatchValues of(ObjectDescriptor object, Function<String, Object> values) {
        MatchValues match = new MatchValues(object);
        object.matching().forEach(field -> match.read(field, values.apply(field.field())));
        return match;
    }

    private void read(MatchField field, Object value) {
        if (value == null) {
            return;
        }
        if (field.kind() == MatchKind.COMPANY || field.kind() == MatchKind.PERSON) {
            List<Name> found = new ArrayList<>();
            for (String text : MatchTexts.elements(value)) {
                Name name =
                        Name.of(field.kind() == MatchKind.COMPANY ? CompanyNames.words(text) : NameText.words(text));
                if (name != null) {
                    found.add(name);
                }
            }
            names.put(field, found);
        } else {
            texts.put(field, MatchTexts.of(field.kind(), value));
        }
    }

    Collection<MatchField> fields() {
        return object.matching();
    }

    List<Name> names(MatchField field) {
        return names.getOrDefault(field, List.of());
    }

    Set<String> texts(MatchField field) {
        return texts.getOrDefault(field, Set.of());
    }

    /** Numbers of which this record shares one with every record that it is compared with. */
    public Set<Long> keys() {
        Set<Long> keys = new LinkedHashSet<>();
        names.forEach((field, all) ->
                all.forEach(name -> name.keys().forEach(key -> keys.add(hash(field.kind(), key)))));
        texts.forEach((field, all) -> {
            if (!field.kind().isSupporting()) {
                all.forEach(text -> keys.add(hash(field.kind(), MatchTexts.key(field.kind(), text))));
            }
        });
        return keys;
    }

    /**
     * FNV-1a in 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv). Two texts with the same number cost a comparison of two
     * records and are then told apart.
     */
    private long hash(MatchKind kind, String text) {
        long hash = 0xcbf29ce484222325L;
        String whole = object.name() + '\n' + kind + '\n' + text;
        for (int i = 0; i < whole.length(); i++) {
            hash = (hash ^ whole.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
