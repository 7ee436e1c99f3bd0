package io.guanxi.kernel.database;

import java.util.Locale;
import java.util.Set;

/** The short list of tables that span tenants; any other table is a tenant's, known to the guard or not. */
public final class PlatformTables {

    /** {@code dual} holds no rows: the pool validates connections on it, before the schema exists. */
    private static final Set<String> NAMES = Set.of(
            "dual",
            "tenant",
            "job_queue",
            "record_event",
            "event_handler",
            "event_retry",
            "platform_setting",
            "plan",
            "plan_module",
            "plan_limit",
            "tenant_provisioning",
            "sign_up",
            "sign_up_attempt",
            "classification_due",
            "completeness_due",
            "cleansing_due",
            "tenant_figures",
            "tenant_figures_due",
            "announcement",
            "mail_domain_owner",
            "log_in_watch",
            "audit_sealing",
            "audit_retention_due",
            "tenant_closing",
            "tenant_erasure_count",
            "erasure_certificate",
            "flyway_schema_history");

    private PlatformTables() {}

    public static Set<String> names() {
        return NAMES;
    }

    static boolean contains(String table) {
        return NAMES.contains(table.toLowerCase(Locale.ROOT));
    }
}
