package io.guanxi.kernel.access;

import java.util.Map;

/**
 * What a role may do with the records of an object.
 *
 * @param read    whose it sees; what it may do else reaches no further
 * @param create  whether it makes new ones
 * @param update  whose it changes
 * @param delete  whose it moves to the recycle bin and brings back
 * @param export  whether it takes lists away as files
 * @param imports whether it makes and changes them from files
 * @param fields  what it may do with a field; {@link FieldRight#EDIT} where nothing is said
 */
public record ObjectRights(
        Scope read,
        boolean create,
        Scope update,
        Scope delete,
        boolean export,
        boolean imports,
        Map<String, FieldRight> fields) {

    /** Everything with everybody's records. */
    public static final ObjectRights ALL = of(Scope.ALL, true, Scope.ALL, Scope.ALL);

    /** Seeing everybody's records and no more. */
    public static final ObjectRights SEE =
            new ObjectRights(Scope.ALL, false, Scope.NONE, Scope.NONE, false, false, Map.of());

    /** The object does not exist for the role. */
    public static final ObjectRights NONE =
            new ObjectRights(Scope.NONE, false, Scope.NONE, Scope.NONE, false, false, Map.of());

    public ObjectRights {
        update = least(read, update);
        delete = least(read, delete);
        create = create && read != Scope.NONE;
        export = export && read != Scope.NONE;
        imports = imports && create;
        fields = Map.copyOf(fields);
    }

    private static Scope least(Scope one, Scope other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** With files in and out. */
    static ObjectRights of(Scope read, boolean create, Scope update, Scope delete) {
        return new ObjectRights(read, create, update, delete, true, true, Map.of());
    }

    /** The same without files. */
    ObjectRights withoutFiles() {
        return new ObjectRights(read, create, update, delete, false, false, fields);
    }

    /** The same with files out, and none in. */
    ObjectRights exportOnly() {
        return new ObjectRights(read, create, update, delete, true, false, fields);
    }

    /** Whose records an operation reaches; those that are about no record of somebody's reach all or none. */
    public Scope scope(Operation operation) {
        return switch (operation) {
            case READ -> read;
            case UPDATE -> update;
            case DELETE -> delete;
            case CREATE -> create ? Scope.ALL : Scope.NONE;
            case EXPORT -> export ? read : Scope.NONE;
            case IMPORT -> imports ? Scope.ALL : Scope.NONE;
        };
    }

    public FieldRight field(String name) {
        return fields.getOrDefault(name, FieldRight.EDIT);
    }
}
