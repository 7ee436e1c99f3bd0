package io.guanxi.kernel.duplicate;

import io.guanxi.kernel.duplicate.DuplicateFinder.Wanted;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.RecordDrafts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rows of a file that seem to be there already, as records or as rows before them. */
@ApplicationScoped
public class RowSuspects {

    @Inject
    private DuplicateFinder finder;

    @Inject
    private RecordDrafts drafts;

    /**
     * What a row may mean.
     *
     * @param title of the record or row
     * @param score at least {@link Score#LIKELY}
     */
    public record Suspect(String title, int score) {}

    /**
     * The likeliest suspect of each row, compared with the records that are there and with the rows before it.
     *
     * @param inputs external forms by field name, one for each row
     */
    public List<Optional<Suspect>> of(ObjectDescriptor object, List<Map<String, Object>> inputs) {
        List<Map<String, Object>> rows =
                inputs.stream().map(input -> drafts.values(object, input)).toList();
        List<List<Candidate>> stored = finder.findAll(
                object,
                rows.stream().map(row -> new Wanted(row::get, other -> true)).toList(),
                new HashSet<>());
        List<MatchValues> values =
                rows.stream().map(row -> MatchValues.of(object, row::get)).toList();
        Map<Long, List<Integer>> before = new HashMap<>();
        List<Optional<Suspect>> suspects = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Set<Integer> earlier = new LinkedHashSet<>();
            int row = i;
            values.get(i).keys().forEach(key -> {
                List<Integer> holders = before.computeIfAbsent(key, none -> new ArrayList<>());
                earlier.addAll(holders);
                if (holders.size() < MatchIndex.CROWD) {
                    holders.add(row);
                }
            });
            Stream<Suspect> known = stored.get(i).stream()
                    .map(candidate -> new Suspect(
                            candidate.record().text(object.titleField()),
                            candidate.score().value()));
            Stream<Suspect> above = earlier.stream()
                    .map(other -> new Suspect(
                            String.valueOf(rows.get(other).get(object.titleField())),
                            Score.of(values.get(row), values.get(other)).value()));
            suspects.add(Stream.concat(known, above)
                    .filter(suspect -> suspect.score() >= Score.LIKELY)
                    .max(Comparator.comparingInt(Suspect::score)));
        }
        return suspects;
    }
}
