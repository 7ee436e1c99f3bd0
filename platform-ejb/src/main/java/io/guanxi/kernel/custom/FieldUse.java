package io.guanxi.kernel.custom;

import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.List;
import java.util.Locale;

/**
 * Something in which a tenant's people name fields, such as rules, views and layouts. Every bean of this type is asked before
 * a field, or a choice of one, is taken away: what is used stays until it is used no longer.
 */
public interface FieldUse {

    /**
     * What of the caller's tenant would break without the field; read outside of permissions, for an admin.
     *
     * @param option a choice of the field, when only that is to go; null for the whole field
     */
    List<User> usersOf(ObjectDescriptor object, FieldDescriptor field, String option);

    /** What its users are called in a language, in the singular, such as "Validation rule". */
    String kind(Locale locale);

    /**
     * One user of a field.
     *
     * @param id   outer id; may be empty where the name says enough
     * @param name what people know it as
     * @param page path and query of the page where it can be changed, inside the application; empty when there is none
     */
    record User(String id, String name, String page) {

        /**
         * A field of a tenant's own that uses another.
         *
         * @param object that has it
         * @param name   what people know it as
         */
        static User field(ObjectDescriptor object, FieldDescriptor field, String name) {
            String id = RecordId.format(field.custom().id());
            return new User(id, name, "/app/admin/fields?object=" + object.path() + "&field=" + id);
        }
    }
}
