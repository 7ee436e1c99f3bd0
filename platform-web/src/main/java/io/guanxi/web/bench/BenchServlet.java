package io.guanxi.web.bench;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/** {@code /api/bench/hello}, and {@code /api/bench/account?id=…}: one row by plain JDBC. */
public class BenchServlet extends HttpServlet {

    static final String HELLO = "/api/bench/hello";
    static final String ACCOUNT = "/api/bench/account";

    private static final String SELECT =
            "SELECT id, version, name, city, country, phone, email FROM account WHERE tenant_id = ? AND id = ?";

    private static final JsonProvider JSON = JsonProvider.provider();

    @Inject
    private transient SqlGateway sql;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals(HELLO)) {
            send(JSON.createObjectBuilder().add("hello", "world").build(), response);
            return;
        }
        OptionalLong id = RecordId.parse(request.getParameter("id"));
        List<JsonObject> rows = id.isPresent() ? sql.query(SELECT, BenchServlet::read, id.getAsLong()) : List.of();
        if (rows.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            send(rows.get(0), response);
        }
    }

    private static JsonObject read(ResultSet row) throws SQLException {
        return JSON.createObjectBuilder()
                .add("id", RecordId.format(row.getLong(1)))
                .add("version", row.getLong(2))
                .add("name", row.getString(3))
                .add("city", Objects.toString(row.getString(4), ""))
                .add("country", Objects.toString(row.getString(5), ""))
                .add("phone", Objects.toString(row.getString(6), ""))
                .add("email", Objects.toString(row.getString(7), ""))
                .build();
    }

    private static void send(JsonObject body, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write(body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
