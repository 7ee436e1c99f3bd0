package io.guanxi.tenantadmin.partners;

import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.Set;
import java.util.stream.Stream;

/** What a program may do with the records of one object, as a form shows it. */
public class ObjectGrants {

    private final ObjectDescriptor object;
    private final String label;
    private boolean read;
    private boolean write;
    private boolean delete;

    ObjectGrants(ObjectDescriptor object, String label, Set<String> granted) {
        this.object = object;
        this.label = label;
        read = granted.contains(grant(Operation.READ));
        write = granted.contains(grant(Operation.UPDATE));
        delete = granted.contains(grant(Operation.DELETE));
    }

    private String grant(Operation operation) {
        return object.grant(operation.grant());
    }

    /** The grants that are ticked. */
    Stream<String> granted() {
        return Stream.of(
                        read ? grant(Operation.READ) : "",
                        write ? grant(Operation.UPDATE) : "",
                        delete ? grant(Operation.DELETE) : "")
                .filter(grant -> !grant.isEmpty());
    }

    public String getLabel() {
        return label;
    }

    public String getPath() {
        return object.path();
    }

    public boolean isRead() {
        return read;
    }

    public void setRead(boolean read) {
        this.read = read;
    }

    public boolean isWrite() {
        return write;
    }

    public void setWrite(boolean write) {
        this.write = write;
    }

    public boolean isDelete() {
        return delete;
    }

    public void setDelete(boolean delete) {
        this.delete = delete;
    }
}
