package io.guanxi.identity;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** One request and its answer, as far as log-in looks at them; the session goes on from one exchange to the next. */
final class Exchange {

    final Map<String, String> headers = new HashMap<>();
    /** Null when the browser brings none, as servlets have it. */
    Cookie[] cookies;

    final Map<String, String> parameters = new HashMap<>();
    final Map<String, String> answered = new HashMap<>();
    final StringWriter body = new StringWriter();
    final Map<String, Object> session;
    String method = "GET";
    String path = "/app";
    String query;
    int status = 200;
    int sessionsStarted;
    String forwarded;
    private boolean hasSession;

    Exchange(Exchange before) {
        session = before == null ? new HashMap<>() : before.session;
        hasSession = before != null && before.hasSession;
    }

    HttpServletRequest request() {
        return fake(HttpServletRequest.class, (proxy, called, args) -> switch (called.getName()) {
            case "getHeader" -> headers.get(args[0]);
            case "getParameter" -> parameters.get(args[0]);
            case "getMethod" -> method;
            case "getRequestURI" -> path;
            case "getQueryString" -> query;
            case "getCookies" -> cookies;
            case "getRequestDispatcher" -> dispatcher((String) args[0]);
            case "getSession" -> args != null && Boolean.FALSE.equals(args[0]) && !hasSession ? null : session();
            default -> throw new IllegalStateException(called.getName());
        });
    }

    HttpServletResponse response() {
        return fake(HttpServletResponse.class, (proxy, called, args) -> {
            switch (called.getName()) {
                case "setHeader" -> answered.put((String) args[0], (String) args[1]);
                case "sendRedirect" -> answered.put("Location", (String) args[0]);
                case "setStatus", "sendError" -> status = (int) args[0];
                case "setContentType" -> answered.put("Content-Type", (String) args[0]);
                case "getWriter" -> {
                    return new PrintWriter(body, true);
                }
                default -> throw new IllegalStateException(called.getName());
            }
            return null;
        });
    }

    private RequestDispatcher dispatcher(String page) {
        return fake(RequestDispatcher.class, (proxy, called, args) -> forwarded = page);
    }

    private HttpSession session() {
        if (!hasSession) {
            hasSession = true;
            sessionsStarted++;
        }
        return fake(HttpSession.class, (proxy, called, args) -> switch (called.getName()) {
            case "getAttribute" -> session.get(args[0]);
            case "setAttribute" -> session.put((String) args[0], args[1]);
            case "setMaxInactiveInterval" -> null;
            case "getId" -> "session";
            case "invalidate" -> {
                session.clear();
                hasSession = false;
                yield null;
            }
            default -> throw new IllegalStateException(called.getName());
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
