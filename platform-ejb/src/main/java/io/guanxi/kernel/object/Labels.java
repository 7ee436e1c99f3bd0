package io.guanxi.kernel.object;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of objects and errors in a language: English unless the locale is Chinese. */
public final class Labels {

    private static final String ERRORS = "io.guanxi.kernel.error.messages";

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

    /** The sentence for an error code. */
    public static String error(String code, Locale locale, Object... args) {
        return new MessageFormat(text(ERRORS, code, locale), locale).format(args);
    }

    /**
     * @throws java.util.MissingResourceException when the key is missing: a fault that tests find
     */
    public static String text(String bundle, String key, Locale locale) {
        return ResourceBundle.getBundle(
                        bundle,
                        locale,
                        Thread.currentThread().getContextClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
    }

    private static boolean isCommon(FieldDescriptor field) {
        return switch (field.name()) {
            case "externalSystem", "externalId", "createdAt", "createdBy", "updatedAt", "updatedBy" -> true;
            default -> false;
        };
    }
}
