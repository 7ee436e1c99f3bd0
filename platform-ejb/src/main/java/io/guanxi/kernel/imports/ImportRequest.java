package io.guanxi.kernel.imports;

import io.guanxi.kernel.record.DuplicateRule;
import io.guanxi.kernel.tabular.FileHints;
import java.util.Map;
import java.util.Optional;

/**
 * What an import is to do.
 *
 * @param object         object of the rows
 * @param rule           what becomes of rows whose record is there already
 * @param dryRun         checks everything and keeps nothing
 * @param mapping        which column fills what; empty takes {@code headings}, or what the headings suggest
 * @param headings       path of the target by heading, for callers who know headings rather than positions; may be empty
 * @param reading        how the file is read where it is not clear by itself
 * @param defaultCountry ISO 3166, of national phone numbers in rows that name no country
 * @param suspects       warns of new rows that seem to be there already
 * @param phones         what becomes of rows with phone numbers that cannot be
 */
public record ImportRequest(
        String object,
        DuplicateRule rule,
        boolean dryRun,
        Optional<Mapping> mapping,
        Map<String, String> headings,
        FileHints reading,
        Optional<String> defaultCountry,
        boolean suspects,
        ImportOptions.InvalidPhones phones) {

    /** The same, so that what it does is kept. */
    ImportRequest kept() {
        return new ImportRequest(object, rule, false, mapping, headings, reading, defaultCountry, suspects, phones);
    }

    /** The same with these columns. */
    ImportRequest with(Mapping columns) {
        return new ImportRequest(
                object, rule, dryRun, Optional.of(columns), Map.of(), reading, defaultCountry, suspects, phones);
    }
}
