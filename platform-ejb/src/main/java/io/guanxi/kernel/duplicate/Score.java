package io.guanxi.kernel.duplicate;

import io.guanxi.kernel.object.MatchField;
import io.guanxi.kernel.object.MatchKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How likely two records mean the same, from 0 to 100, and why.
 *
 * <p>Each kind of agreement counts once, with the weight of its best field. Agreements are taken for independent and add
 * up as the chance that not all of them are chance: 1 − ∏(1 − weight × similarity). Two different numbers of authorities
 * count against. The frame is that of Fellegi and Sunter ("A Theory for Record Linkage", Journal of the American
 * Statistical Association 64, 1969), with weights that are set by hand and stand in the descriptors, since no tenant has
 * labelled pairs to estimate them from.
 *
 * @param reasons the strongest first
 */
public record Score(int value, List<Reason> reasons) {

    /** From here on people are shown a pair. */
    public static final int POSSIBLE = 50;

    /** From here on a record is taken for a duplicate when nobody looks: the same name of a company is enough. */
    public static final int LIKELY = 75;

    /** What is left of a score when two records have different numbers of authorities. */
    private static final double CONTRADICTED = 0.6;

    /** The same end of a number without a country is nearly the same number. */
    private static final int SAME_TAIL = 90;

    /**
     * One agreement.
     *
     * @param field   name of the field
     * @param percent how much the values are alike
     */
    public record Reason(String field, MatchKind kind, int percent) {}

    /** The same without reasons that lie in fields which do not exist for somebody. */
    Score seen(Predicate<String> fields) {
        return new Score(
                value,
                reasons.stream().filter(reason -> fields.test(reason.field())).toList());
    }

    private record Agreement(MatchField field, int percent) {
        double strength() {
            return field.weight() / 100.0 * percent / 100.0;
        }
    }

    static Score of(MatchValues one, MatchValues other) {
        Map<MatchKind, List<MatchField>> byKind = new EnumMap<>(MatchKind.class);
        one.fields()
                .forEach(field -> byKind.computeIfAbsent(field.kind(), kind -> new ArrayList<>())
                        .add(field));
        List<Agreement> agreements = new ArrayList<>();
        boolean contradicted = false;
        for (Map.Entry<MatchKind, List<MatchField>> entry : byKind.entrySet()) {
            List<Agreement> found = agreements(entry.getValue(), one, other);
            if (entry.getKey() == MatchKind.SAME) {
                agreements.addAll(found);
            } else {
                found.stream()
                        .max(Comparator.comparingDouble(Agreement::strength))
                        .ifPresent(agreements::add);
            }
            contradicted |= entry.getKey() == MatchKind.IDENTIFIER
                    && found.isEmpty()
                    && entry.getValue().stream()
                            .anyMatch(field -> !one.texts(field).isEmpty()
                                    && !other.texts(field).isEmpty());
        }
        return of(agreements, contradicted);
    }

    private static Score of(List<Agreement> agreements, boolean contradicted) {
        if (agreements.stream().allMatch(agreement -> agreement.field().kind().isSupporting())) {
            return new Score(0, List.of());
        }
        double chance = 1;
        for (Agreement agreement : agreements) {
            chance *= 1 - agreement.strength();
        }
        double score = (1 - chance) * (contradicted ? CONTRADICTED : 1);
        List<Reason> reasons = agreements.stream()
                .sorted(Comparator.comparingDouble(Agreement::strength).reversed())
                .map(agreement ->
                        new Reason(agreement.field().field(), agreement.field().kind(), agreement.percent()))
                .toList();
        return new Score((int) Math.round(score * 100), reasons);
    }

    /** Values of one kind are compared across its fields: the legal name of one may be the name of the other. */
    private static List<Agreement> agreements(List<MatchField> fields, MatchValues one, MatchValues other) {
        List<Agreement> found = new ArrayList<>();
        for (MatchField field : fields) {
            for (MatchField with : field.kind().isSupporting() ? List.of(field) : fields) {
                int percent = Math.max(
                        names(one.names(field), other.names(with)),
                        texts(field.kind(), one.texts(field), other.texts(with)));
                if (percent > 0) {
                    found.add(new Agreement(field.weight() < with.weight() ? with : field, percent));
                }
            }
        }
        return found;
    }

    private static int names(List<Name> some, List<Name> others) {
        return some.stream()
                .flatMap(name -> others.stream().map(name::similarity))
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    private static int texts(MatchKind kind, Set<String> some, Set<String> others) {
        if (some.stream().anyMatch(others::contains)) {
            return 100;
        }
        boolean sameTail = kind == MatchKind.PHONE
                && some.stream()
                        .map(MatchTexts::tail)
                        .anyMatch(tail -> others.stream().map(MatchTexts::tail).anyMatch(tail::equals));
        return sameTail ? SAME_TAIL : 0;
    }
}
