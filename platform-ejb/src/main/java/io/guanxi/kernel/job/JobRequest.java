package io.guanxi.kernel.job;

import io.guanxi.kernel.json.JsonTree;

/**
 * What a new job is to do.
 *
 * @param type     which handler does it
 * @param object   name of the object it is about; {@link #EVERY_OBJECT} for a job of admins about all of them
 * @param settings JSON object for the handler; {@link #DRY_RUN} in it is known for every type
 * @param fileId   stored file it works on; null for none
 * @param fileName what people call what it works on; null for nothing
 * @param undoable whether it marks its changes, so that it can be taken back
 */
public record JobRequest(String type, String object, String settings, Long fileId, String fileName, boolean undoable) {

    /** In the place of the name of an object. */
    public static final String EVERY_OBJECT = "";

    /** Member of the settings: true when the job tries what it would do and keeps nothing. */
    public static final String DRY_RUN = "dryRun";

    boolean isDryRun() {
        return Boolean.TRUE.equals(JsonTree.readObject(settings).get(DRY_RUN));
    }
}
