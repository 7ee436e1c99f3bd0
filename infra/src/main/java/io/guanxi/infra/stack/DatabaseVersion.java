package io.guanxi.infra.stack;

import io.guanxi.infra.text.Text;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kind and version of a database server, as it names itself. */
record DatabaseVersion(boolean mariaDb, int major, int minor, String text) {

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+).*");

    /** Reads what {@code SELECT VERSION()} answers: {@code 11.4.5-MariaDB-log}, {@code 8.4.3}. */
    static DatabaseVersion parse(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        if (!numbers.matches()) {
            throw new PartFailed("database.version", text);
        }
        return new DatabaseVersion(
                text.contains("MariaDB"), Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)), text);
    }

    /** MariaDB before 11.4 loses fractions of seconds with the driver; MySQL before 8.4 is no longer kept up. */
    boolean supported() {
        int lowestMajor = mariaDb ? 11 : 8;
        return major > lowestMajor || major == lowestMajor && minor >= 4;
    }

    /**
     * Asks a server for its version.
     *
     * @throws PartFailed when it cannot be reached or is too old
     */
    static void requireSupported(String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT VERSION()")) {
            answer.next();
            DatabaseVersion version = parse(answer.getString(1));
            if (!version.supported()) {
                throw new PartFailed("database.version", version.text());
            }
        } catch (SQLException failure) {
            throw new PartFailed(failure, "database.unreachable", Text.of("part.database"), failure.getMessage());
        }
    }
}
