package io.guanxi.kernel.tabular;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Which cell formats of a workbook show a number as a date or time (ECMA-376 part 1, 18.8.30 and 18.8.31). */
final class CellFormats {

    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+]|m+]|s+])[^\\]]*]");
    private static final Pattern ELAPSED = Pattern.compile("(?i)\\[(h+|m+|s+)]");
    private static final Pattern DATE_PART = Pattern.compile("(?i)[ymdhsge]");
    private static final Pattern GENERAL = Pattern.compile("(?i)general");
    private static final int MOST_FORMATS = 100_000;
    private static final int LONGEST_FORMAT = 255;

    private final BitSet dates = new BitSet();

    private CellFormats() {}

    static CellFormats read(XlsxParts parts, Optional<String> part, AtomicLong budget) throws IOException {
        CellFormats formats = new CellFormats();
        if (part.isPresent() && parts.has(part.get())) {
            try (XmlPart xml = parts.open(part.get(), budget)) {
                formats.read(xml);
            }
        }
        return formats;
    }

    boolean isDate(int style) {
        return style >= 0 && dates.get(style);
    }

    private void read(XmlPart xml) {
        Map<String, Boolean> own = new HashMap<>();
        while (xml.toStart(Set.of("numFmt", "cellXfs"))) {
            Optional<String> code = xml.attribute("formatCode");
            if (code.isPresent()) {
                if (own.size() < MOST_FORMATS) {
                    own.put(xml.attribute("numFmtId").orElse(""), showsDate(code.get()));
                }
            } else {
                readCellFormats(xml, own);
                return;
            }
        }
    }

    private void readCellFormats(XmlPart xml, Map<String, Boolean> own) {
        Optional<String> element = xml.toChild("cellXfs");
        for (int style = 0; element.isPresent() && style < MOST_FORMATS; ) {
            if (element.get().equals("xf")) {
                String id = xml.attribute("numFmtId").orElse("0");
                dates.set(style++, own.containsKey(id) ? own.get(id) : isBuiltInDate(id));
            }
            element = xml.toChild("cellXfs");
        }
    }

    /** Formats every program knows without being told; 27–36 and 50–58 are those of East Asian editions. */
    private static boolean isBuiltInDate(String id) {
        return switch (id.length() > 2 ? "" : id) {
            case "14", "15", "16", "17", "18", "19", "20", "21", "22", "45", "47" -> true;
            case "27", "28", "29", "30", "31", "32", "33", "34", "35", "36" -> true;
            case "50", "51", "52", "53", "54", "55", "56", "57", "58" -> true;
            default -> false;
        };
    }

    /** Elapsed time such as {@code [h]:mm} is an amount, not a moment. */
    static boolean showsDate(String code) {
        if (code.length() > LONGEST_FORMAT) {
            return false;
        }
        String bare = GENERAL.matcher(LITERAL.matcher(code).replaceAll("")).replaceAll("");
        return !ELAPSED.matcher(bare).find() && DATE_PART.matcher(bare).find();
    }
}
