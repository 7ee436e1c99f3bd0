package io.guanxi.kernel.record;

import io.guanxi.kernel.access.Operation;
import java.util.List;
import java.util.Map;

/**
 * What is done to each of many records.
 *
 * @param action     what happens to it
 * @param set        merge patch of an update, external forms by field name, null clears; empty otherwise
 * @param addTags    names of tags it gets besides its own
 * @param removeTags names of tags it loses
 */
public record BulkEdit(Action action, Map<String, Object> set, List<String> addTags, List<String> removeTags) {

    /** What may happen to many records at once. */
    public enum Action {
        UPDATE(Operation.UPDATE),
        DELETE(Operation.DELETE),
        RESTORE(Operation.DELETE),
        ARCHIVE(Operation.UPDATE),
        UNARCHIVE(Operation.UPDATE);

        private final Operation operation;

        Action(Operation operation) {
            this.operation = operation;
        }

        /** What the caller must be allowed to do with the record. */
        public Operation operation() {
            return operation;
        }
    }

    public BulkEdit {
        set = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(set));
        addTags = List.copyOf(addTags);
        removeTags = List.copyOf(removeTags);
    }

    /** Whether it would change anything at all. */
    public boolean isEmpty() {
        return action == Action.UPDATE && set.isEmpty() && addTags.isEmpty() && removeTags.isEmpty();
    }

    public static BulkEdit of(Action action) {
        return new BulkEdit(action, Map.of(), List.of(), List.of());
    }
}
