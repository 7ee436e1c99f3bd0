package io.guanxi.kernel.imports;

import io.guanxi.kernel.job.JobRequest;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.record.DuplicateRule;
import io.guanxi.kernel.tabular.FileHints;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An import request as the JSON that its job keeps. */
final class ImportSettings {

    private ImportSettings() {}

    static String write(ImportRequest request) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("object", request.object());
        tree.put("mode", request.rule().mode().name());
        tree.put("key", request.rule().key());
        tree.put(JobRequest.DRY_RUN, request.dryRun());
        request.mapping().ifPresent(mapping -> {
            List<Object> columns = new ArrayList<>();
            mapping.columns().forEach(column -> columns.add(List.of(column.column(), column.path())));
            tree.put("columns", columns);
        });
        tree.put("headings", request.headings());
        tree.put("encoding", request.reading().encoding().map(Charset::name).orElse(null));
        tree.put("delimiter", request.reading().delimiter().map(String::valueOf).orElse(null));
        tree.put("sheet", request.reading().sheet().orElse(null));
        tree.put("header", request.reading().header().orElse(null));
        tree.put("country", request.defaultCountry().orElse(null));
        tree.put("suspects", request.suspects());
        tree.put("phones", request.phones().name());
        return JsonTree.write(tree);
    }

    static ImportRequest read(String json) {
        Map<String, Object> tree = JsonTree.readObject(json);
        return new ImportRequest(
                (String) tree.get("object"),
                new DuplicateRule(DuplicateRule.Mode.valueOf((String) tree.get("mode")), (String) tree.get("key")),
                (Boolean) tree.get(JobRequest.DRY_RUN),
                Optional.ofNullable((List<?>) tree.get("columns")).map(ImportSettings::mapping),
                headings((Map<?, ?>) tree.get("headings")),
                new FileHints(
                        text(tree, "encoding").map(Charset::forName),
                        text(tree, "delimiter").map(delimiter -> delimiter.charAt(0)),
                        text(tree, "sheet"),
                        Optional.ofNullable((Boolean) tree.get("header"))),
                text(tree, "country"),
                Boolean.TRUE.equals(tree.get("suspects")),
                ImportOptions.InvalidPhones.valueOf((String) tree.get("phones")));
    }

    private static Mapping mapping(List<?> columns) {
        return new Mapping(columns.stream()
                .map(column -> (List<?>) column)
                .map(column -> new ColumnMapping(((Long) column.get(0)).intValue(), (String) column.get(1)))
                .toList());
    }

    private static Map<String, String> headings(Map<?, ?> tree) {
        Map<String, String> headings = new LinkedHashMap<>();
        tree.forEach((heading, path) -> headings.put((String) heading, (String) path));
        return headings;
    }

    private static Optional<String> text(Map<String, Object> tree, String member) {
        return Optional.ofNullable((String) tree.get(member));
    }
}
