package io.guanxi.infra.system.isolation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.guanxi.infra.proof.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the matrix has tried, in numbers. */
final class Report {

    private final Map<String, Integer> cellsByRoute = new LinkedHashMap<>();
    private final Map<String, Integer> cellsByCaller = new LinkedHashMap<>();
    private final Set<String> ids = new LinkedHashSet<>();
    private final List<String> faults = new ArrayList<>();
    private int ownSuccesses;
    private int ownRefusals;

    void own(boolean success) {
        if (success) {
            ownSuccesses++;
        } else {
            ownRefusals++;
        }
    }

    void cell(Probe probe, String caller, Ids strange) {
        cellsByRoute.merge(probe.route(), 1, Integer::sum);
        cellsByCaller.merge(caller, 1, Integer::sum);
        ids.addAll(strange.all());
    }

    void fault(String fault) {
        faults.add(fault);
    }

    List<String> faults() {
        return faults;
    }

    Set<String> routes() {
        return cellsByRoute.keySet();
    }

    void write(Path file) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("routes", cellsByRoute.size());
        report.put("callers", cellsByCaller.size());
        report.put("cells", cells());
        report.put("idsTried", ids.size());
        report.put("succeededForTheOwner", ownSuccesses);
        report.put("refusedToTheOwnTenantForLackOfAGrant", ownRefusals);
        report.put("differences", faults);
        report.put("cellsByRoute", cellsByRoute);
        report.put("cellsByCaller", cellsByCaller);
        Files.createDirectories(file.getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), report);
    }

    /** The numbers that the proof shows. */
    void tell(Figures figures) {
        figures.put("routes", cellsByRoute.size());
        figures.put("callers", cellsByCaller.size());
        figures.put("ids", ids.size());
        figures.put("cells", cells());
        figures.put("differences", faults.size());
    }

    private int cells() {
        return cellsByRoute.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        return "isolation: " + cellsByRoute.size() + " routes, " + cellsByCaller.size() + " callers, " + cells()
                + " cells, " + ids.size() + " ids of others tried, " + ownSuccesses
                + " times first done with ids of one's own (" + ownRefusals + " times refused for lack of a grant), "
                + faults.size() + " differences";
    }
}
