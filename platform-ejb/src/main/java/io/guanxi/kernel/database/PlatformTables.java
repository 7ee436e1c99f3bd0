package io.guanxi.kernel.database;

import java.util.Locale;
import java.util.Set;

/** The short list of tables that span tenants; any other table is a tenant's, known to the guard or not. */
public final class PlatformTables {

    /** {@code dual} and the like never hold rows; Flyway's own table is written on Flyway's own connection. */
    private static final Set<String> NAMES = Set.of("tenant", "job_queue", "platform_setting", "flyway_schema_history");

    private PlatformTables() {}

    public static Set<String> names() {
        return NAMES;
    }

    static boolean contains(String table) {
        return NAMES.contains(table.toLowerCase(Locale.ROOT));
    }
}
