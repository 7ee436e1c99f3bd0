package io.guanxi.kernel.portability;

import io.guanxi.kernel.error.DomainException;

/** A file that is not taken in: nothing of it was. */
public class ArchiveRefused extends DomainException {

    private ArchiveRefused(String code, Object... args) {
        super(code, args);
    }

    /** It is no archive of a tenant, or not all of it. */
    static ArchiveRefused unreadable() {
        return new ArchiveRefused("archive.unreadable");
    }

    /** Made by another form or another schema. */
    static ArchiveRefused ofVersion(String theirs, String ours) {
        return new ArchiveRefused("archive.version", theirs, ours);
    }

    /** Something in it is not what the manifest says. */
    static ArchiveRefused ofEntry(String entry) {
        return new ArchiveRefused("archive.entry", entry);
    }

    /** Something in it that the manifest does not name, or whose name leads elsewhere. */
    static ArchiveRefused ofStranger(String entry) {
        return new ArchiveRefused("archive.stranger", entry);
    }

    /** It would unpack to far more than it is. */
    static ArchiveRefused ofBomb(String entry) {
        return new ArchiveRefused("archive.bomb", entry);
    }

    /** A row that does not fit its table. */
    static ArchiveRefused ofRow(String table) {
        return new ArchiveRefused("archive.row", table);
    }

    /** Its audit does not fit its seals. */
    static ArchiveRefused ofSeals() {
        return new ArchiveRefused("archive.seals");
    }

    /** The tenant has records already. */
    static ArchiveRefused notEmpty() {
        return new ArchiveRefused("archive.notEmpty");
    }

    /** A backup is of another tenant than the one that it is to replace. */
    static ArchiveRefused ofOther(String slug) {
        return new ArchiveRefused("archive.other", slug);
    }
}
