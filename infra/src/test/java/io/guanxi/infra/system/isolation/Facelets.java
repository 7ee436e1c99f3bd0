package io.guanxi.infra.system.isolation;

import io.guanxi.infra.stack.Distribution;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The pages in the program that is deployed, those in its own libraries too: what of them no visit has seen. */
final class Facelets {

    private static final Pattern FORM = Pattern.compile("<h:form\\b[^>]*?\\bid=\"([^\"]+)\"");

    private Facelets() {}

    /** How many pages have a form of each id. */
    static Map<String, Integer> forms() throws IOException {
        Map<String, Integer> forms = new TreeMap<>();
        try (InputStream war = Files.newInputStream(Distribution.ofThisProgram().war())) {
            read(war, forms);
        }
        return forms;
    }

    private static void read(InputStream archive, Map<String, Integer> forms) throws IOException {
        ZipInputStream zip = new ZipInputStream(archive);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().endsWith(".xhtml")) {
                Matcher form = FORM.matcher(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                while (form.find()) {
                    forms.merge(form.group(1), 1, Integer::sum);
                }
            } else if (entry.getName().matches("WEB-INF/lib/(tenant-admin|billing|integrations|platform)[^/]*\\.jar")) {
                read(new ByteArrayInputStream(zip.readAllBytes()), forms);
            }
        }
    }
}
