package io.guanxi.tenantadmin.legal;

import io.guanxi.kernel.object.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A text that companies accept. A version is a pair of bundles and is never changed: what is new gets a new version. */
public enum LegalText {
    TERMS("terms", List.of("2026-11")),
    PRIVACY("privacy", List.of("2026-11"));

    private final String path;
    private final List<String> versions;

    LegalText(String path, List<String> versions) {
        this.path = path;
        this.versions = versions;
    }

    /** A heading and what is under it. */
    public record Section(String head, String text) {}

    /** The text that an address such as {@code terms} leads to. */
    static Optional<LegalText> at(String path) {
        return Arrays.stream(values()).filter(one -> one.path.equals(path)).findFirst();
    }

    /** Name in addresses and in the database. */
    public String path() {
        return path;
    }

    /** The version that counts now. */
    public String version() {
        return versions.get(versions.size() - 1);
    }

    /** All versions there have been, the newest last. */
    public List<String> versions() {
        return versions;
    }

    public String title(String version, Locale locale) {
        return Labels.text(bundle(version), "title", locale);
    }

    public List<Section> sections(String version, Locale locale) {
        Set<String> keys = Labels.keys(bundle(version), locale);
        List<Section> sections = new ArrayList<>();
        for (int number = 1; keys.contains(number + ".head"); number++) {
            sections.add(new Section(
                    Labels.text(bundle(version), number + ".head", locale),
                    Labels.text(bundle(version), number + ".text", locale)));
        }
        return sections;
    }

    private String bundle(String version) {
        return "io.guanxi.tenantadmin.legal." + path + "-" + version;
    }
}
