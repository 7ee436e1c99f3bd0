package io.guanxi.kernel.portability;

import io.guanxi.kernel.database.ColumnShape;
import io.guanxi.kernel.database.TableShape;
import io.guanxi.kernel.database.TenantSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables of an export in an order in which their rows can be put in: what is pointed to comes first. */
@ApplicationScoped
public class PortableSchema {

    private TenantSchema schema;
    private List<PortableTable> tables;

    protected PortableSchema() {}

    @Inject
    public PortableSchema(TenantSchema schema) {
        this.schema = schema;
    }

    synchronized List<PortableTable> tables() {
        if (tables == null) {
            tables = ordered(schema.tables().stream()
                    .filter(table -> !LeftOut.tables().containsKey(table.name()))
                    .toList());
        }
        return tables;
    }

    /** Tables that stay out and whose rows go with what they belong to. */
    List<String> emptied() {
        return LeftOut.tables().values().stream()
                .filter(LeftOut::emptied)
                .map(LeftOut::table)
                .toList();
    }

    /** Which schema it is; an archive of another one is not read. */
    public String version() {
        return schema.version();
    }

    /**
     * @throws IllegalStateException when tables point to each other in a circle of columns that may not be empty
     */
    static List<PortableTable> ordered(List<TableShape> shapes) {
        Map<String, TableShape> waiting = new TreeMap<>();
        shapes.forEach(shape -> waiting.put(shape.name(), shape));
        List<PortableTable> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Set<String> names = new HashSet<>(waiting.keySet());
            List<TableShape> next = waiting.values().stream()
                    .filter(shape -> needs(shape, names).isEmpty())
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("tables that need each other: " + names);
            }
            next.forEach(shape -> {
                waiting.remove(shape.name());
                ordered.add(PortableTable.of(shape, deferred(shape)));
            });
        }
        return List.copyOf(ordered);
    }

    /** Tables that must be there before: pointing to one's own kind is deferred. */
    private static Set<String> needs(TableShape shape, Set<String> waiting) {
        Set<String> needed = new TreeSet<>();
        for (TableShape.Reference reference : shape.references()) {
            if (!reference.table().equals(shape.name()) && waiting.contains(reference.table())) {
                needed.add(reference.table());
            }
        }
        return needed;
    }

    private static Set<String> deferred(TableShape shape) {
        Set<String> deferred = new TreeSet<>();
        shape.references().stream()
                .filter(reference -> reference.table().equals(shape.name()))
                .forEach(reference -> deferred.addAll(reference.columns()));
        deferred.stream()
                .map(column -> shape.find(column).orElseThrow())
                .filter(column -> !column.nullable())
                .map(ColumnShape::name)
                .findFirst()
                .ifPresent(column -> {
                    throw new IllegalStateException(shape.name() + "." + column + " points to its own table");
                });
        return deferred;
    }

    /** By name. */
    Map<String, PortableTable> byName() {
        Map<String, PortableTable> byName = new LinkedHashMap<>();
        tables().forEach(table -> byName.put(table.name(), table));
        return byName;
    }
}
