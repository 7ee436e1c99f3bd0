package io.guanxi.kernel.custom;

import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What the definition of an object must be like; everything wrong is told at once, each at its place. */
public final class CustomObjectRules {

    /** PrimeIcons that an object may have; the first is the one for those that say nothing. */
    public static final List<String> ICONS = List.of(
            "pi-box",
            "pi-home",
            "pi-building",
            "pi-warehouse",
            "pi-shop",
            "pi-key",
            "pi-file",
            "pi-folder",
            "pi-book",
            "pi-briefcase",
            "pi-calendar",
            "pi-clock",
            "pi-car",
            "pi-truck",
            "pi-map-marker",
            "pi-globe",
            "pi-flag",
            "pi-star",
            "pi-heart",
            "pi-bolt",
            "pi-cog",
            "pi-wrench",
            "pi-desktop",
            "pi-mobile",
            "pi-server",
            "pi-database",
            "pi-camera",
            "pi-megaphone",
            "pi-comments",
            "pi-credit-card",
            "pi-wallet",
            "pi-receipt",
            "pi-chart-bar",
            "pi-shield",
            "pi-ticket",
            "pi-trophy",
            "pi-gift",
            "pi-graduation-cap",
            "pi-users");

    private static final int LONGEST_PATH = 50;

    /** Parts of parts of parts are as deep as it goes: a deletion walks all of them. */
    private static final int DEEPEST = 3;

    /** Places of pages and of REST beside those of objects. */
    private static final Set<String> PLACES = words("""
            admin api bulk content dashboard dashboards documents edit errors export feed fields files health help history
            home import jobs language layouts login logout me new notifications objects openapi operator own people
            problems profile record records reports rules search security segments session sessions settings setup signup
            tenant tenants views webhooks workflows""");

    /** Names that the product uses or is going to use for objects of its own, and words that mean something in queries. */
    private static final Set<String> NAMES = words("""
            activity address bulkoperation bulkresults call campaign case change channel comment contract creditnote
            currency custom customer deal delivery email event expense fielddefinition forecast form from goal historypage
            id interaction invoice job jobpage knowledgearticle lead meeting member membererror message money mail note
            objectdefinition opportunity order own owner parent payment permission phone pricebook problem quote quoteline
            rate receipt record reminder report return role rule segment select servicecase shipment solution subscription
            supplier survey target task team template tenant territory ticket user version view visit webhook where
            workflow""");

    /** What the API document calls what belongs to an object ends so. */
    private static final List<String> ENDINGS = List.of("Input", "Patch", "Page");

    private final ObjectRegistry objects;
    private final FieldRules rules;

    CustomObjectRules(ObjectRegistry objects) {
        this.objects = objects;
        this.rules = new FieldRules(objects);
    }

    /**
     * @param present definitions the tenant has, those being removed included
     * @throws io.guanxi.kernel.error.InvalidRecord with every error and its pointer
     */
    void check(CustomObjectDefinition object, Collection<CustomObjectRow> present) {
        name(object, present);
        path(object, present);
        words(object);
        partOf(object, present);
        rules.throwIfAny();
    }

    /** Labels and icon may change; names are in addresses, grants and other people's programs. */
    void checkChange(CustomObjectDefinition before, CustomObjectDefinition after) {
        words(after);
        if (!before.name().equals(after.name())) {
            rules.add("/name", "custom.fixed");
        }
        if (!before.path().equals(after.path())) {
            rules.add("/path", "custom.fixed");
        }
        if (!java.util.Objects.equals(before.partOf(), after.partOf())) {
            rules.add("/partOf", "custom.fixed");
        }
        rules.throwIfAny();
    }

    private void name(CustomObjectDefinition object, Collection<CustomObjectRow> present) {
        String name = object.name();
        if (name == null || !name.matches("[a-z][A-Za-z0-9]{0,39}")) {
            rules.add("/name", "custom.name");
        } else if (NAMES.contains(name.toLowerCase(Locale.ROOT))
                || ENDINGS.stream().anyMatch(name::endsWith)) {
            rules.add("/name", "custom.reserved", name);
        } else if (Stream.concat(
                        objects.shipped().stream().map(ObjectDescriptor::name),
                        present.stream().map(row -> row.definition().name()))
                .anyMatch(name::equalsIgnoreCase)) {
            rules.add("/name", "custom.object.taken", name);
        }
    }

    private void path(CustomObjectDefinition object, Collection<CustomObjectRow> present) {
        String path = object.path();
        if (path == null || path.length() > LONGEST_PATH || !path.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            rules.add("/path", "custom.object.path", LONGEST_PATH);
        } else if (PLACES.contains(path)) {
            rules.add("/path", "custom.reserved", path);
        } else if (Stream.concat(
                        objects.shipped().stream().map(ObjectDescriptor::path),
                        present.stream().map(row -> row.definition().path()))
                .anyMatch(path::equals)) {
            rules.add("/path", "custom.object.taken", path);
        }
    }

    private void words(CustomObjectDefinition object) {
        rules.labels("/labels", object.labels(), FieldRules.LONGEST_LABEL, true);
        rules.labels("/plurals", object.plurals(), FieldRules.LONGEST_LABEL, false);
        if (!ICONS.contains(object.icon())) {
            rules.add("/icon", "custom.object.icon");
        }
    }

    private void partOf(CustomObjectDefinition object, Collection<CustomObjectRow> present) {
        String whole = object.partOf();
        int depth = 0;
        while (whole != null && depth < DEEPEST) {
            String name = whole;
            whole = present.stream()
                    .filter(row -> !row.removed() && row.definition().name().equals(name))
                    .findFirst()
                    .map(row -> java.util.Optional.ofNullable(row.definition().partOf()))
                    .orElseGet(() -> shippedWhole(name))
                    .orElse(null);
            depth++;
        }
        if (whole != null) {
            rules.add("/partOf", "custom.object.tooDeep", DEEPEST);
        }
    }

    /** What the records of a shipped object are parts of. */
    private java.util.Optional<String> shippedWhole(String name) {
        ObjectDescriptor object = objects.shipped().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
        if (object == null) {
            rules.add("/partOf", "custom.object.whole");
            return java.util.Optional.empty();
        }
        return java.util.Optional.ofNullable(object.partOf())
                .map(field -> object.require(field).reference());
    }

    private static Set<String> words(String words) {
        return Set.copyOf(Arrays.asList(words.split("\\s+")));
    }
}
