package io.guanxi.kernel.record;

import java.util.Map;
import java.util.Optional;

/**
 * One imported row.
 *
 * @param externalId its id in the system the file comes from
 * @param record     input for the imported object
 * @param companions inputs for objects made from the same row, by their name
 */
public record RowInput(
        Optional<String> externalId, Map<String, Object> record, Map<String, Map<String, Object>> companions) {}
