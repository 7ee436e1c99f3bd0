package io.guanxi.kernel.record;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.tag.Tag;
import io.guanxi.kernel.tag.TagAssignments;
import io.guanxi.kernel.tag.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns the names of tags in an input into tags, making those that are missing, and keeps the rows that tell of them. */
final class TagWriter {

    private final TagBook book;
    private final TagAssignments assignments;
    private final ObjectRegistry objects;
    private final AccessPolicy access;

    TagWriter(TagBook book, TagAssignments assignments, ObjectRegistry objects, AccessPolicy access) {
        this.book = book;
        this.assignments = assignments;
        this.objects = objects;
        this.access = access;
    }

    /**
     * Puts ids in the place of names; tells of names that are no tags when the caller may not make any, and of tags that
     * exclude each other.
     *
     * @param maker makes a record from its input
     */
    void resolve(
            ObjectDescriptor object,
            RecordInput input,
            Function<ObjectDescriptor, Function<Map<String, Object>, CrmRecord>> maker) {
        Optional<FieldDescriptor> field = TagBook.field(object);
        Optional<String> json = field.flatMap(f -> input.text(f.name()));
        if (json.isEmpty()) {
            return;
        }
        List<String> names =
                JsonTree.readArray(json.get()).stream().map(String::valueOf).toList();
        book.find(names);
        ObjectDescriptor tagObject = objects.require(Tags.OBJECT);
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Optional<Tag> known = book.find(name);
            if (known.isEmpty() && !access.allows(tagObject, Operation.CREATE)) {
                input.error("/" + field.get().name() + "/" + i, "tag.unknown", name);
            } else {
                tags.add(known.orElseGet(
                        () -> (Tag) maker.apply(tagObject).apply(Map.of(tagObject.titleField(), name))));
            }
        }
        tags.forEach(book::keep);
        tags.stream()
                .flatMap(one -> tags.stream().filter(one::excludes).limit(1).map(other -> List.of(one, other)))
                .findFirst()
                .ifPresent(pair -> input.error(
                        "/" + field.get().name(),
                        "tag.exclusive",
                        pair.get(0).name(),
                        pair.get(1).name()));
        input.put(
                field.get().name(),
                JsonTree.write(
                        tags.stream().map(tag -> RecordId.format(tag.id())).toList()));
    }

    /** Notes the tags of a record that was made or changed. */
    void assign(ObjectDescriptor object, CrmRecord record, boolean isNew) {
        TagBook.field(object).ifPresent(field -> {
            String json = (String) EntityShape.of(object).get(record, field.name());
            List<Long> tags = json == null
                    ? List.of()
                    : JsonTree.readArray(json).stream()
                            .map(id -> RecordId.parse((String) id).orElseThrow())
                            .toList();
            if (!isNew) {
                assignments.replace(object.name(), record.id(), tags);
            } else if (!tags.isEmpty()) {
                assignments.add(object.name(), record.id(), tags);
            }
        });
    }

    void flush() {
        assignments.flush();
    }
}
