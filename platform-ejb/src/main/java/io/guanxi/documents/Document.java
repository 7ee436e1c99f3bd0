package io.guanxi.documents;

import io.guanxi.kernel.file.ArrivedFile;
import io.guanxi.kernel.record.CrmRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A file and what it is about. Without content it is the announcement of one. */
@Entity
@Table(name = "document")
public class Document extends CrmRecord {

    private String name;
    private String kind;

    @Column(name = "related_object")
    private String relatedObject;

    @Column(name = "related_id")
    private String relatedId;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "media_type")
    private String mediaType;

    @Column(name = "size_bytes")
    private Integer sizeBytes;

    private String checksum;

    @Column(name = "content_id")
    private String contentId;

    @Column(name = "uploaded_at")
    private Instant uploadedAt;

    @Column(name = "uploaded_by")
    private Long uploadedBy;

    private String tags;
    private String description;

    @Column(name = "owner_id")
    private Long owner;

    protected Document() {}

    String relatedObject() {
        return relatedObject;
    }

    String relatedId() {
        return relatedId;
    }

    String fileName() {
        return fileName;
    }

    String mediaType() {
        return mediaType;
    }

    long size() {
        return sizeBytes == null ? 0 : sizeBytes;
    }

    String checksum() {
        return checksum;
    }

    /** Where its content lies in the tenant's files. */
    Optional<String> contentId() {
        return Optional.ofNullable(contentId);
    }

    /** Has this content from now on. */
    void hold(ArrivedFile file, String id, long member, Instant now) {
        fileName = file.name();
        mediaType = file.mediaType();
        sizeBytes = Math.toIntExact(file.size());
        checksum = file.checksum();
        contentId = id;
        uploadedAt = now;
        uploadedBy = member == 0 ? null : member;
    }

    @Override
    protected String title() {
        return name;
    }
}
