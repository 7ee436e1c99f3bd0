package io.guanxi.kernel.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The table of contents of a workbook: ECMA-376 part 1, 18.2, and part 2 for the relationships.
 *
 * @param sheets        in their order
 * @param date1904      whether days are counted from 1904 instead of 1900
 * @param sharedStrings part with the shared texts
 * @param styles        part with the cell formats
 */
record Workbook(List<Sheet> sheets, boolean date1904, Optional<String> sharedStrings, Optional<String> styles) {

    private static final int MOST_SHEETS = 1000;

    /** A sheet by its name and the part that holds it. */
    record Sheet(String name, String part, boolean visible) {}

    /** A part that another one points to; the type is the last word of its address. */
    private record Relation(String id, String type, String target) {}

    static Workbook read(XlsxParts parts, AtomicLong budget) throws IOException {
        String main = relations(parts, "", "_rels/.rels", budget).stream()
                .filter(relation -> relation.type.equals("officeDocument"))
                .map(Relation::target)
                .filter(target -> target.endsWith(".xml") && parts.has(target))
                .findFirst()
                .orElseThrow(() -> new UnreadableFile("file.notAWorkbook"));
        int slash = main.lastIndexOf('/') + 1;
        String folder = main.substring(0, slash);
        var relations = relations(parts, folder, folder + "_rels/" + main.substring(slash) + ".rels", budget);
        Map<String, String> sheetParts = new HashMap<>();
        relations.stream().filter(r -> r.type.equals("worksheet")).forEach(r -> sheetParts.put(r.id, r.target));
        return read(parts, main, sheetParts, target(relations, "sharedStrings"), target(relations, "styles"), budget);
    }

    private static Workbook read(
            XlsxParts parts,
            String main,
            Map<String, String> sheetParts,
            Optional<String> sharedStrings,
            Optional<String> styles,
            AtomicLong budget)
            throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        boolean date1904 = false;
        try (XmlPart xml = parts.open(main, budget)) {
            Optional<String> element = xml.toChild("workbook");
            while (element.isPresent()) {
                if (element.get().equals("workbookPr")) {
                    date1904 = xml.attribute("date1904")
                            .filter(value -> value.equals("1") || value.equals("true"))
                            .isPresent();
                } else if (element.get().equals("sheet") && sheets.size() < MOST_SHEETS) {
                    sheet(xml, sheetParts).ifPresent(sheets::add);
                }
                element = xml.toChild("workbook");
            }
        }
        if (sheets.isEmpty()) {
            throw new UnreadableFile("file.notAWorkbook");
        }
        return new Workbook(List.copyOf(sheets), date1904, sharedStrings, styles);
    }

    /** Charts and macros stand among the sheets too, without rows. */
    private static Optional<Sheet> sheet(XmlPart xml, Map<String, String> sheetParts) {
        boolean visible =
                xml.attribute("state").filter(state -> !state.equals("visible")).isEmpty();
        return xml.attribute("id")
                .map(sheetParts::get)
                .map(part -> new Sheet(xml.attribute("name").orElse(""), part, visible));
    }

    private static List<Relation> relations(XlsxParts parts, String folder, String part, AtomicLong budget)
            throws IOException {
        if (!parts.has(part)) {
            throw new UnreadableFile("file.notAWorkbook");
        }
        List<Relation> relations = new ArrayList<>();
        try (XmlPart xml = parts.open(part, budget)) {
            while (relations.size() < MOST_SHEETS * 2 && xml.toStart(Set.of("Relationship"))) {
                String type = xml.attribute("Type").orElse("");
                String target = xml.attribute("Target").orElse("");
                relations.add(new Relation(
                        xml.attribute("Id").orElse(""),
                        type.substring(type.lastIndexOf('/') + 1),
                        target.startsWith("/") ? target.substring(1) : folder + target));
            }
        }
        return relations;
    }

    private static Optional<String> target(List<Relation> relations, String type) {
        return relations.stream()
                .filter(relation -> relation.type.equals(type))
                .map(Relation::target)
                .findFirst();
    }

    /**
     * @throws UnreadableFile when there is no sheet of the name
     */
    Sheet choose(Optional<String> name) {
        if (name.isPresent()) {
            return sheets.stream()
                    .filter(sheet -> sheet.name.equals(name.get()))
                    .findFirst()
                    .orElseThrow(() -> new UnreadableFile("file.noSuchSheet", name.get()));
        }
        return sheets.stream().filter(Sheet::visible).findFirst().orElse(sheets.get(0));
    }
}
