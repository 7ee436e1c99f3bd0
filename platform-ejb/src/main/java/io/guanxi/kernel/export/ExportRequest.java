package io.guanxi.kernel.export;

import io.guanxi.kernel.query.RecordSelection;
import java.util.List;

/**
 * What an export is to hold.
 *
 * @param object    object of the records
 * @param selection which of them, in which order
 * @param fields    columns, in order; empty for all
 * @param format    form of the file
 */
public record ExportRequest(String object, RecordSelection selection, List<String> fields, ExportFormat format) {}
