package io.guanxi.kernel.job;

/**
 * What a new job is to do.
 *
 * @param type     which handler does it
 * @param object   object it is about
 * @param settings JSON for the handler
 * @param fileId   stored file it works on; null for none
 * @param fileName what people call what it works on; null for nothing
 * @param undoable whether it marks its changes, so that it can be taken back
 */
public record JobRequest(String type, String object, String settings, Long fileId, String fileName, boolean undoable) {}
