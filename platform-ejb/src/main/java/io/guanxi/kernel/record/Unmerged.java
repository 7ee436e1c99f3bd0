package io.guanxi.kernel.record;

import java.util.List;

/**
 * What undoing a merge did.
 *
 * @param survivor  the record that stood for the others
 * @param restored  opaque ids of the others, which are there again
 * @param kept      names of fields of the survivor that somebody has changed since, and that stay so
 * @param keptMoves how many records point to the survivor's place of now, since somebody has moved them
 */
public record Unmerged(RecordView survivor, List<String> restored, List<String> kept, int keptMoves) {}
