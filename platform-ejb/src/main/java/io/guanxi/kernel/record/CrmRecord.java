package io.guanxi.kernel.record;

import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.Shelf;
import io.guanxi.kernel.query.Row;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/**
 * What every record of the CRM has. Subclasses add typed columns; which of them may be filled, and how, stands in the
 * object's descriptor, whose field names are the names of the attributes.
 */
@MappedSuperclass
@IdClass(RecordKey.class)
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", discriminatorType = DiscriminatorType.INTEGER, primaryKey = true)
public abstract class CrmRecord {

    /** Long before anything that the recycle bin shows or brings back. */
    private static final Instant WITHDRAWN = Instant.EPOCH;

    @Id
    @Column(name = "tenant_id", insertable = false, updatable = false)
    private int tenantId;

    @Id
    @Column(name = "id", updatable = false)
    private long id;

    @Version
    @Column(name = "version")
    private long version;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private Long createdBy;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "updated_by")
    private Long updatedBy;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    @Column(name = "archived_at")
    private Instant archivedAt;

    /**
     * Whether it is archived; null when it is not. The database says so of the time, so that an index leads to what is
     * archived which no list of the others takes for its own.
     */
    @Column(insertable = false, updatable = false)
    private Boolean archived;

    @Column(name = "external_system")
    private String externalSystem;

    @Column(name = "external_id")
    private String externalId;

    @Column(name = "sort_key")
    private String sortKey;

    /** In percent; null where no field is weighed. */
    private Integer completeness;

    /** JSON: values of the tenant's own fields by the id of their definition. */
    private String custom;

    /** What was said of the last change before the one in hand. */
    @Transient
    private Instant touchedBefore;

    @Transient
    private Long touchedBeforeBy;

    public long id() {
        return id;
    }

    public long version() {
        return version;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** When it went to the recycle bin; null while it is live. */
    public Instant deletedAt() {
        return deletedAt;
    }

    /** Put aside: counted wherever it is counted, and left out of lists. */
    public boolean isArchived() {
        return archivedAt != null;
    }

    /** When it was archived; null when it is not. */
    public Instant archivedAt() {
        return archivedAt;
    }

    /** Where the record of a row lies that has the times of that. */
    static Shelf shelf(Row row) {
        return row.get("deletedAt") != null
                ? Shelf.DELETED
                : row.get("archivedAt") != null ? Shelf.ARCHIVED : Shelf.LISTED;
    }

    /** Its id in another system; null when it is known in none. */
    public String externalId() {
        return externalId;
    }

    /** The values of the tenant's own fields; a copy. */
    CustomValues customValues() {
        return CustomValues.read(custom);
    }

    void keep(CustomValues values) {
        custom = values.json();
    }

    /** Fills what a new record takes from who makes it, such as its owner; input of the caller goes before. */
    protected void completeNew(Caller caller) {}

    /** A new record learns which object it is of, where an entity has records of several. */
    protected void belongTo(ObjectDescriptor object) {}

    /** Whether it is a record of the object, which has this entity. */
    protected boolean isOf(ObjectDescriptor object) {
        return true;
    }

    /** Recomputes what follows from other fields; called before every write. */
    protected void derive() {}

    /** What the record is sorted by when lists are sorted by title. */
    protected abstract String title();

    void begin(long newId, Caller caller, Instant now) {
        id = newId;
        createdAt = now;
        createdBy = caller.memberId() == 0 ? null : caller.memberId();
        completeNew(caller);
        touch(caller, now);
    }

    void touch(Caller caller, Instant now) {
        touchedBefore = updatedAt;
        touchedBeforeBy = updatedBy;
        updatedAt = now;
        updatedBy = caller.memberId() == 0 ? null : caller.memberId();
        follow();
    }

    /** Brings everything that follows from the fields in line with them. */
    void follow() {
        derive();
        sortKey = SortKeys.of(title());
    }

    Instant createdAt() {
        return createdAt;
    }

    /** When it was changed last. */
    Instant touchedAt() {
        return updatedAt;
    }

    Instant touchedBefore() {
        return touchedBefore;
    }

    Long touchedBeforeBy() {
        return touchedBeforeBy;
    }

    /** A change was taken back: the record says of its last change what it said before. */
    void untouch(Instant at, Long by) {
        updatedAt = at;
        updatedBy = by;
    }

    /**
     * Takes a deleted record out of the recycle bin for good, and gives its id in another system free: it should never
     * have been made.
     */
    void withdraw() {
        deletedAt = WITHDRAWN;
        externalSystem = null;
        externalId = null;
    }

    void identify(String system, String idThere) {
        externalSystem = system;
        externalId = idThere;
    }

    /** Puts it aside or brings it back. */
    void shelve(boolean aside, Caller caller, Instant now) {
        archivedAt = aside ? now : null;
        touch(caller, now);
    }

    void delete(Caller caller, Instant now) {
        deletedAt = now;
        touch(caller, now);
    }

    void restore(Caller caller, Instant now) {
        deletedAt = null;
        touch(caller, now);
    }
}
