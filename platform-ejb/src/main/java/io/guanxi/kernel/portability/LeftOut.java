package io.guanxi.kernel.portability;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What of a tenant's tables stays out of an export, and why. Any other table of tenants is in it.
 *
 * @param table   name
 * @param reason  for who reads the manifest
 * @param emptied whether its rows go when the tenant's data is replaced, because they belong to what was replaced
 */
public record LeftOut(String table, String reason, boolean emptied) {

    private static final List<LeftOut> TABLES = List.of(
            new LeftOut("idempotency_key", "answers to calls, remembered for a day", true),
            new LeftOut("stored_file", "files of jobs, which are erased some days after the job", false),
            new LeftOut("stored_file_chunk", "pieces of the files of jobs", false),
            new LeftOut("job_row_error", "rows of files that jobs could not use; the files are not there either", true),
            new LeftOut("usage_delta", "what this installation counts of use", false),
            new LeftOut("usage_total", "what this installation counts of use", false),
            new LeftOut("subscription", "the contract with who runs this installation", false),
            new LeftOut("subscription_module", "the contract with who runs this installation", false),
            new LeftOut("subscription_limit", "the contract with who runs this installation", false),
            new LeftOut(
                    "identity_provider",
                    "a way in that is set up at this installation's Keycloak, with a secret",
                    false),
            new LeftOut("mail_domain", "proofs that belong to that way in", false),
            new LeftOut("person_session", "where people are logged in at this installation", true),
            new LeftOut("support_grant", "lets operators of this installation in; the audit tells of it", false),
            new LeftOut("operator_entry", "what operators of this installation did to the tenant", false));

    private static final Map<String, LeftOut> BY_TABLE = byTable();

    /** Columns without meaning elsewhere: identities of this installation's Keycloak, files and places of jobs. */
    private static final Map<String, Set<String>> COLUMNS = Map.of(
            "member",
            Set.of("subject", "company_subject", "locked_until"),
            "job",
            Set.of("file_id", "result_id", "bookmark"));

    private static final Pattern SECRET =
            Pattern.compile(".*(password|passwd|secret|token|credential|private_?key|api_?key).*");

    private static Map<String, LeftOut> byTable() {
        Map<String, LeftOut> tables = new TreeMap<>();
        TABLES.forEach(one -> tables.put(one.table(), one));
        return tables;
    }

    /** All tables that stay out, by name. */
    public static Map<String, LeftOut> tables() {
        return BY_TABLE;
    }

    /** Whether a column of a table that is in stays out: a secret, or something that means nothing elsewhere. */
    static boolean isColumn(String table, String column) {
        return COLUMNS.getOrDefault(table, Set.of()).contains(column)
                || SECRET.matcher(column).matches();
    }
}
