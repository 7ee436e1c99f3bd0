package io.guanxi.kernel.custom;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.List;
import java.util.Locale;

/**
 * Something that merely shows fields, such as layouts and the columns of views, and does without one. Every bean of this type
 * is asked, so that an admin knows beforehand, and takes a field out when it is taken away: another of its name later on does
 * not turn up there by itself.
 */
public interface FieldPlace {

    /** Where the field is shown; read outside of permissions, for an admin. */
    List<FieldUse.User> showing(ObjectDescriptor object, FieldDescriptor field);

    /** Leaves the field out wherever it stands, in the transaction that takes it away. */
    void takeOut(ObjectDescriptor object, FieldDescriptor field);

    /** What such places are called in a language, in the singular, such as "Layout". */
    String kind(Locale locale);
}
