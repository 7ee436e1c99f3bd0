package io.guanxi.kernel.search;

import java.util.Optional;
import java.util.Set;

/**
 * Records of an object that a search looks among.
 *
 * @param owners people whose records they are; empty for all records
 * @param ids    further records, whoever owns them; of no account where all are looked among
 */
public record SearchScope(String object, Optional<Set<Long>> owners, Set<Long> ids) {

    /** All records in use. */
    public static SearchScope all(String object) {
        return new SearchScope(object, Optional.empty(), Set.of());
    }
}
