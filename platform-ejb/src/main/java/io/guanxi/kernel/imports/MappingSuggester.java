package io.guanxi.kernel.imports;

import io.guanxi.kernel.tabular.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Guesses what each column of a file fills from its heading. Best matches are taken first; each column and each target
 * is used once; what resembles nothing is left out.
 */
public final class MappingSuggester {

    private static final double PATH = 1.1;
    private static final double EXACT = 1.0;
    private static final double PART = 0.5;
    private static final double LEAST = 0.6;

    /** A heading with one of these words means a number or code of the thing, not the thing. */
    private static final List<Heading> KEY_WORDS = Stream.of(
                    "id", "no", "nr", "code", "number", "key", "编号", "代码", "编码")
            .map(Heading::of)
            .toList();

    private final List<Candidate> candidates;

    /** A target with every heading that means it, its path first. */
    private record Candidate(ImportTarget target, List<Heading> headings) {}

    private record Match(int column, int order, ImportTarget target, double score) {}

    /**
     * @param targets the more important first, which wins where two match as well
     */
    public MappingSuggester(List<ImportTarget> targets) {
        candidates = targets.stream()
                .map(target -> new Candidate(
                        target,
                        Stream.concat(Stream.of(target.path(), target.label()), target.aliases().stream())
                                .map(Heading::of)
                                .filter(heading -> !heading.isEmpty())
                                .distinct()
                                .toList()))
                .toList();
    }

    public Mapping suggest(List<Column> columns) {
        List<Match> matches = new ArrayList<>();
        for (Column column : columns) {
            Heading heading = Heading.of(column.name());
            for (int order = 0; order < candidates.size() && !heading.isEmpty(); order++) {
                double score = score(heading, candidates.get(order));
                if (score >= LEAST) {
                    matches.add(new Match(column.index(), order, candidates.get(order).target, score));
                }
            }
        }
        matches.sort(Comparator.comparingDouble(Match::score)
                .reversed()
                .thenComparingInt(Match::order)
                .thenComparingInt(Match::column));
        Set<Integer> usedColumns = new HashSet<>();
        Set<String> usedPaths = new HashSet<>();
        List<ColumnMapping> chosen = new ArrayList<>();
        for (Match match : matches) {
            String path = match.target.path();
            if (!usedColumns.contains(match.column) && usedPaths.add(path)) {
                usedColumns.add(match.column);
                chosen.add(new ColumnMapping(match.column, path));
            }
        }
        chosen.sort(Comparator.comparingInt(ColumnMapping::column));
        return new Mapping(List.copyOf(chosen));
    }

    private static double score(Heading heading, Candidate candidate) {
        if (heading.joined().equals(candidate.headings.get(0).joined())) {
            return PATH;
        }
        double best = 0;
        for (Heading meant : candidate.headings) {
            if (heading.joined().equals(meant.joined())) {
                return EXACT;
            }
            if (heading.contains(meant) && !namesKeyOf(heading, meant)) {
                double share =
                        (double) meant.joined().length() / heading.joined().length();
                best = Math.max(best, PART + share * (1 - PART) * 0.9);
            }
        }
        return best;
    }

    private static boolean namesKeyOf(Heading heading, Heading meant) {
        return KEY_WORDS.stream().anyMatch(word -> heading.contains(word) && !meant.contains(word));
    }
}
