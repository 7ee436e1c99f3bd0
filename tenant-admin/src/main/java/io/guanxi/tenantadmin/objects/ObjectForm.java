package io.guanxi.tenantadmin.objects;

import io.guanxi.kernel.custom.CustomObjectDefinition;
import io.guanxi.kernel.custom.CustomObjectRules;
import io.guanxi.tenantadmin.page.ProgramNames;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is being typed about one object. */
public class ObjectForm {

    private static final String ENGLISH = "en";
    private static final String CHINESE = "zh-CN";

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_PATH = 50;

    private CustomObjectDefinition edited;
    private String name;
    private String path;
    private String singular;
    private String plural;
    private String chinese;
    private String partOf;
    private String icon = CustomObjectRules.ICONS.get(0);

    void edit(CustomObjectDefinition object) {
        edited = object;
        name = object.name();
        path = object.path();
        singular = object.labels().get(ENGLISH);
        plural = object.plurals().get(ENGLISH);
        chinese = object.labels().get(CHINESE);
        partOf = object.partOf();
        icon = object.icon();
    }

    CustomObjectDefinition definition() {
        if (edited != null) {
            return new CustomObjectDefinition(edited.name(), edited.path(), labels(), plurals(), icon, edited.partOf());
        }
        return new CustomObjectDefinition(
                isEmpty(name) ? ProgramNames.camel(first(singular, chinese), LONGEST_NAME) : name.strip(),
                isEmpty(path)
                        ? ProgramNames.kebab(first(plural, first(singular, chinese)), LONGEST_PATH)
                        : path.strip(),
                labels(),
                plurals(),
                icon,
                isEmpty(partOf) ? null : partOf);
    }

    /** Languages that the form does not show keep what they have. */
    private Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>(edited == null ? Map.of() : edited.labels());
        put(labels, ENGLISH, singular);
        put(labels, CHINESE, chinese);
        return labels;
    }

    private Map<String, String> plurals() {
        Map<String, String> plurals = new LinkedHashMap<>(edited == null ? Map.of() : edited.plurals());
        put(plurals, ENGLISH, isEmpty(plural) ? singular : plural);
        put(plurals, CHINESE, chinese);
        return plurals;
    }

    private static void put(Map<String, String> texts, String language, String text) {
        if (isEmpty(text)) {
            texts.remove(language);
        } else {
            texts.put(language, text.strip());
        }
    }

    private static String first(String one, String other) {
        return isEmpty(one) ? other : one;
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isBlank();
    }

    public boolean isNew() {
        return edited == null;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPath() {
        return path;
    }

    public void setPath(String path) {
        this.path = path;
    }

    public String getSingular() {
        return singular;
    }

    public void setSingular(String singular) {
        this.singular = singular;
    }

    public String getPlural() {
        return plural;
    }

    public void setPlural(String plural) {
        this.plural = plural;
    }

    public String getChinese() {
        return chinese;
    }

    public void setChinese(String chinese) {
        this.chinese = chinese;
    }

    public String getPartOf() {
        return partOf;
    }

    public void setPartOf(String partOf) {
        this.partOf = partOf;
    }

    public String getIcon() {
        return icon;
    }

    void choose(String chosen) {
        icon = chosen;
    }
}
