package io.guanxi.kernel.record;

import io.guanxi.kernel.custom.RollUps;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.Computation;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.object.Shelf;
import io.guanxi.kernel.query.Filter;
import io.guanxi.kernel.query.Operator;
import io.guanxi.kernel.query.RecordLists;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.query.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out what the roll-ups of records come to; statements grow with the records that are summed up, not with theirs. */
@ApplicationScoped
class RollUpReader {

    @Inject
    private ObjectRegistry objects;

    @Inject
    private RecordLists lists;

    /**
     * External forms of the roll-ups by name, by record.
     *
     * @param ids of at most 200 records of the object
     */
    Map<Long, Map<String, Object>> read(ObjectDescriptor object, List<Long> ids) {
        Map<Long, RollUpTally> tallies = new LinkedHashMap<>();
        ids.forEach(id -> tallies.put(id, new RollUpTally(object)));
        for (FieldDescriptor field : RollUps.of(object)) {
            sum(field, field.rollUp().orElseThrow(), tallies);
        }
        Map<Long, Map<String, Object>> values = new LinkedHashMap<>();
        tallies.forEach((id, tally) -> values.put(id, tally.values()));
        return values;
    }

    private void sum(FieldDescriptor field, Computation.RollUp rollUp, Map<Long, RollUpTally> tallies) {
        Optional<ObjectDescriptor> summed = objects.find(rollUp.object());
        if (summed.isEmpty() || tallies.isEmpty()) {
            return;
        }
        Set<String> fields = new LinkedHashSet<>(List.of(rollUp.by()));
        if (rollUp.field() != null) {
            fields.add(rollUp.field());
        }
        if (fields.stream().anyMatch(name -> summed.get().find(name).isEmpty())) {
            return;
        }
        RecordQuery query = RecordQuery.all()
                .filter(pointingTo(rollUp, tallies.keySet()))
                .fields(fields)
                .on(Shelf.LIVE)
                .limit(RecordQuery.MAX_LIMIT);
        RecordLists.Rows page;
        do {
            page = lists.page(summed.get(), query);
            page.rows().forEach(row -> add(summed.get(), field.name(), rollUp, row, tallies));
            query = query.after(page.next().orElse(null));
        } while (page.next().isPresent());
    }

    private static Filter pointingTo(Computation.RollUp rollUp, Set<Long> ids) {
        Filter pointing = Filter.compare(
                rollUp.by(), Operator.IN, ids.stream().map(RecordId::format).toArray(String[]::new));
        Filter condition = RollUps.filter(rollUp);
        return condition == null ? pointing : Filter.all(pointing, condition);
    }

    private static void add(
            ObjectDescriptor summed,
            String rollUp,
            Computation.RollUp definition,
            Row row,
            Map<Long, RollUpTally> tallies) {
        Attributes attributes = EntityShape.of(summed).reader(row);
        RollUpTally tally = tallies.get((Long) attributes.apply(definition.by()));
        if (definition.field() == null) {
            tally.add(rollUp, null, null);
            return;
        }
        boolean money = summed.require(definition.field()).type() == FieldType.MONEY;
        tally.add(
                rollUp,
                attributes.apply(definition.field()),
                money ? (String) attributes.apply(definition.field() + "Currency") : null);
    }
}
