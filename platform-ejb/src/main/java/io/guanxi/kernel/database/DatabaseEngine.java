package io.guanxi.kernel.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which database answers, and whether it is new enough.
 *
 * <p>MariaDB before 11.4 loses fractional seconds with this driver; MySQL before 8.4 is no longer maintained.
 */
public record DatabaseEngine(boolean isMariaDb, int major, int minor) {

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.\\d+");

    static DatabaseEngine of(Connection connection) throws SQLException {
        return parse(connection.getMetaData().getDatabaseProductVersion());
    }

    /** Reads what {@code SELECT VERSION()} says, such as {@code 11.4.5-MariaDB-log} or {@code 8.4.3}. */
    static DatabaseEngine parse(String version) {
        // Old drivers and proxies see a fake 5.5.5- in front of MariaDB's own number.
        Matcher numbers = VERSION.matcher(version.replaceFirst("^5\\.5\\.5-", ""));
        if (!numbers.find()) {
            throw new IllegalStateException("unreadable database version: " + version);
        }
        return new DatabaseEngine(
                version.contains("MariaDB"), Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)));
    }

    /**
     * @throws IllegalStateException when the engine is older than the product supports
     */
    void requireSupported() {
        boolean supported = isMariaDb ? atLeast(11, 4) : atLeast(8, 4);
        if (!supported) {
            throw new IllegalStateException("%s %d.%d is too old: Guanxi needs MariaDB 11.4 or MySQL 8.4 or newer"
                    .formatted(isMariaDb ? "MariaDB" : "MySQL", major, minor));
        }
    }

    /**
     * MySQL 9.6 moved foreign keys out of InnoDB. Seen with 9.7.4: they then pass rows when the index that serves them has
     * one more column that is empty, as most of ours have, and a record could point to one of another tenant.
     *
     * @throws IllegalStateException when the server does not check foreign keys as InnoDB does
     */
    void requireForeignKeys(Connection connection) throws SQLException {
        if (isMariaDb || !atLeast(9, 6)) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet variable = statement.executeQuery("SHOW VARIABLES LIKE 'innodb_native_foreign_keys'")) {
            if (variable.next() && !"ON".equalsIgnoreCase(variable.getString(2))) {
                throw new IllegalStateException(
                        "MySQL %d.%d does not keep foreign keys reliably: start it with innodb_native_foreign_keys=ON"
                                .formatted(major, minor));
            }
        }
    }

    private boolean atLeast(int wantedMajor, int wantedMinor) {
        return major > wantedMajor || major == wantedMajor && minor >= wantedMinor;
    }
}
