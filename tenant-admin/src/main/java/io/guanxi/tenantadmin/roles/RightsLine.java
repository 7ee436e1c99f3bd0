package io.guanxi.tenantadmin.roles;

import io.guanxi.kernel.access.FieldRight;
import io.guanxi.kernel.access.ObjectRights;
import io.guanxi.kernel.access.Scope;
import java.util.Map;

/** What a role may do with the records of an object, as a line of a form shows it. */
public class RightsLine {

    private final String object;
    private final String label;
    private final Map<String, FieldRight> fields;
    private boolean own;
    private Scope read;
    private boolean create;
    private Scope update;
    private Scope delete;
    private boolean export;
    private boolean imports;

    /**
     * @param object name of the object; empty for a line that stands for many
     * @param own    whether the line says something itself
     */
    RightsLine(String object, String label, ObjectRights rights, boolean own) {
        this.object = object;
        this.label = label;
        this.own = own;
        this.fields = rights.fields();
        read = rights.read();
        create = rights.create();
        update = rights.update();
        delete = rights.delete();
        export = rights.export();
        imports = rights.imports();
    }

    /** The rights of the line; fields keep what they were said. */
    ObjectRights rights() {
        return new ObjectRights(read, create, update, delete, export, imports, fields);
    }

    String object() {
        return object;
    }

    public String getLabel() {
        return label;
    }

    /** Whether it stands for one object, which may follow what is said of many. */
    public boolean isSingle() {
        return !object.isEmpty();
    }

    /** Whether fields are hidden or protected. */
    public boolean isNarrowed() {
        return !fields.isEmpty();
    }

    public boolean isOwn() {
        return own;
    }

    public void setOwn(boolean own) {
        this.own = own;
    }

    public Scope getRead() {
        return read;
    }

    public void setRead(Scope read) {
        this.read = read;
    }

    public boolean isCreate() {
        return create;
    }

    public void setCreate(boolean create) {
        this.create = create;
    }

    public Scope getUpdate() {
        return update;
    }

    public void setUpdate(Scope update) {
        this.update = update;
    }

    public Scope getDelete() {
        return delete;
    }

    public void setDelete(Scope delete) {
        this.delete = delete;
    }

    public boolean isExport() {
        return export;
    }

    public void setExport(boolean export) {
        this.export = export;
    }

    public boolean isImports() {
        return imports;
    }

    public void setImports(boolean imports) {
        this.imports = imports;
    }
}
