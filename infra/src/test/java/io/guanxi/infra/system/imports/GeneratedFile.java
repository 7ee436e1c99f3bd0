package io.guanxi.infra.system.imports;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A file of many companies with contacts, the same for the same word: quotes, line breaks, accents and Chinese in it. */
record GeneratedFile(String word, byte[] csv) {

    private static final List<String> CITIES = List.of("Berlin", "São Paulo", "北京市", "Zürich", "Kraków", "Málaga");
    private static final List<String> COUNTRIES = List.of("DE", "BR", "CN", "CH", "PL", "ES");

    static GeneratedFile of(String word, int rows) {
        Random random = new Random(word.hashCode());
        StringBuilder text = new StringBuilder(
                CsvText.line("externalId", "name", "employees", "description", "city", "country", "contactName"));
        for (int i = 0; i < rows; i++) {
            int place = random.nextInt(CITIES.size());
            text.append(CsvText.line(
                    word + "-" + i,
                    word + (i % 7 == 0 ? " \"" + i + "\", 公司" : " " + i),
                    random.nextInt(100_000),
                    "Line one of " + i + "\nline, two; \"three\"",
                    CITIES.get(place),
                    COUNTRIES.get(place),
                    "Ada Number" + i));
        }
        return new GeneratedFile(word, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What must be there afterwards, by the other system's id; read from the file and not from what made it. */
    Map<String, List<String>> expected() {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        for (Map<String, String> row : CsvText.rows(new String(csv, StandardCharsets.UTF_8), ',')) {
            expected.put(
                    row.get("externalId"),
                    List.of(
                            row.get("name"),
                            row.get("employees"),
                            row.get("description"),
                            row.get("city"),
                            row.get("country"),
                            row.get("contactName")));
        }
        return expected;
    }
}
