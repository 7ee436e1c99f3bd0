package io.guanxi.web.shell;

import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.json.JsonTree;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Answers scripts of the product's own pages in JSON. A broken rule is told in the reader's language as
 * {@code {"message", "errors": [{"pointer", "message"}]}}.
 *
 * <p>Changes are taken with the header {@code X-Requested-With} and as JSON alone: pages of other sites can send neither
 * without being asked for leave, which nobody gives them.
 */
public abstract class JsonServlet extends HttpServlet {

    private static final int LONGEST_BODY = 200_000;

    @Inject
    private transient Texts texts;

    /** What a request asks for, as a tree that JSON can hold. */
    protected abstract Object read(HttpServletRequest request);

    /** What a request changes; {@code input} is its body. */
    protected abstract Object change(HttpServletRequest request, Map<String, Object> input);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            write(response, HttpServletResponse.SC_OK, read(request));
        } catch (DomainException e) {
            fail(response, e);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isOwn = "fetch".equals(request.getHeader("X-Requested-With"))
                && String.valueOf(request.getContentType()).startsWith("application/json");
        if (!isOwn) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        try {
            write(
                    response,
                    HttpServletResponse.SC_OK,
                    change(request, JsonTree.readObject(new String(body, StandardCharsets.UTF_8))));
        } catch (DomainException e) {
            fail(response, e);
        } catch (JsonException | ClassCastException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private void fail(HttpServletResponse response, DomainException broken) throws IOException {
        List<Map<String, String>> errors = broken instanceof InvalidRecord invalid
                ? invalid.errors().stream().map(this::error).toList()
                : List.of();
        write(
                response,
                PageServlet.status(broken),
                Map.of("code", broken.code(), "message", texts.error(broken), "errors", errors));
    }

    private Map<String, String> error(FieldError error) {
        return Map.of("pointer", error.pointer(), "message", texts.error(error));
    }

    private static void write(HttpServletResponse response, int status, Object tree) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json; charset=UTF-8");
        response.getOutputStream().write(JsonTree.write(tree).getBytes(StandardCharsets.UTF_8));
    }
}
