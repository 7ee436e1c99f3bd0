package io.guanxi.kernel.object;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;

/** The words of objects and errors in a language: English unless the locale is Chinese. */
public final class Labels {

    private static final String ERRORS = "io.guanxi.kernel.error.messages";

    /** The languages that everything of the product is said in. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private Labels() {}

    public static String singular(ObjectDescriptor object, Locale locale) {
        return object.isCustom()
                ? object.custom().label(locale)
                : text(object.bundle(), object.name() + ".label", locale);
    }

    public static String plural(ObjectDescriptor object, Locale locale) {
        return object.isCustom()
                ? object.custom().plural(locale)
                : text(object.bundle(), object.name() + ".plural", locale);
    }

    /** {@link #plural} inside a sentence, by language tag. */
    public static Map<String, String> pluralInTexts(ObjectDescriptor object) {
        Map<String, String> labels = new LinkedHashMap<>();
        LANGUAGES.forEach(locale -> labels.put(locale.toLanguageTag(), inText(plural(object, locale))));
        return labels;
    }

    /** A label inside a sentence: without its capital, unless it is an abbreviation. */
    public static String inText(String label) {
        boolean isWord = label.length() > 1 && Character.isLowerCase(label.charAt(1));
        return isWord ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1) : label;
    }

    public static String field(ObjectDescriptor object, FieldDescriptor field, Locale locale) {
        if (field.isCustom()) {
            return field.custom().label(locale);
        }
        if (object.isCustom() && field.name().equals(object.partOf())) {
            return object.custom().whole(locale);
        }
        return isCommon(field)
                ? text("io.guanxi.kernel.object.messages", "field." + field.name(), locale)
                : text(object.bundle(), field.labelKey(object.messages()), locale);
    }

    public static String option(ObjectDescriptor object, FieldDescriptor field, String option, Locale locale) {
        if (field.isCustom()) {
            return field.custom().optionLabel(option, locale);
        }
        return field.type().isList()
                ? text("io.guanxi.kernel.object.messages", "element." + option, locale)
                : text(object.bundle(), field.optionKey(object.messages(), option), locale);
    }

    public static String section(ObjectDescriptor object, Section section, Locale locale) {
        return section.name().equals(Section.CUSTOM)
                ? text("io.guanxi.kernel.object.messages", "section." + Section.CUSTOM, locale)
                : text(object.bundle(), object.messages() + ".section." + section.name(), locale);
    }

    public static String view(ObjectDescriptor object, ListView view, Locale locale) {
        return text(object.bundle(), object.messages() + ".view." + view.name(), locale);
    }

    /** Label of a member of a list element such as {@code postalCode} or {@code number}. */
    public static String element(String member, Locale locale) {
        return text("io.guanxi.kernel.object.messages", "member." + member, locale);
    }

    /** The sentence for an error code; an argument that is a map has the text for each language. */
    public static String error(String code, Locale locale, Object... args) {
        Object[] worded = Arrays.stream(args).map(arg -> worded(arg, locale)).toArray();
        return new MessageFormat(text(ERRORS, code, locale), locale).format(worded);
    }

    private static Object worded(Object arg, Locale locale) {
        if (!(arg instanceof Map<?, ?> languages)) {
            return arg;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        languages.forEach((language, text) -> texts.put(String.valueOf(language), String.valueOf(text)));
        return TenantTexts.in(texts, locale);
    }

    /** A sentence in every language of the product, as an argument of another. */
    public static Map<String, String> errorInAll(String code, Object... args) {
        Map<String, String> sentences = new LinkedHashMap<>();
        for (Locale locale : LANGUAGES) {
            sentences.put(locale.toLanguageTag(), error(code, locale, args));
        }
        return sentences;
    }

    /**
     * @throws java.util.MissingResourceException when the key is missing: a fault that tests find
     */
    public static String text(String bundle, String key, Locale locale) {
        return bundle(bundle, locale).getString(key);
    }

    /** The keys of a bundle. */
    public static Set<String> keys(String bundle, Locale locale) {
        return bundle(bundle, locale).keySet();
    }

    private static ResourceBundle bundle(String bundle, Locale locale) {
        return ResourceBundle.getBundle(
                bundle,
                locale,
                Thread.currentThread().getContextClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static boolean isCommon(FieldDescriptor field) {
        return switch (field.name()) {
            case "completeness", "externalSystem", "externalId", "createdAt", "createdBy", "updatedAt", "updatedBy" ->
                true;
            default -> false;
        };
    }
}
