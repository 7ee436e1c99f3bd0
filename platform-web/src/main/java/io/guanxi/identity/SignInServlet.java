package io.guanxi.identity;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Logs somebody in anew, whether they have a session or not: who has just got a company more learns of it with the next
 * log-in. The mail address comes in the body, so that no log of addresses holds it. {@code again} asks for the password even when
 * Keycloak still knows the person, {@code factor} leads through the setting up of a second factor, and {@code next} says where
 * to go then.
 */
@WebServlet(SignInServlet.PATH)
public class SignInServlet extends HttpServlet {

    static final String PATH = "/signin";

    @Inject
    private transient Visitors visitors;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Map<String, String> hints = Map.of();
        if (request.getParameter("again") != null) {
            hints = Map.of("prompt", "login");
        } else if (request.getParameter("factor") != null) {
            hints = Map.of("kc_action", "CONFIGURE_TOTP");
        }
        visitors.logIn(request, response, request.getParameter("next"), hints);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String email = request.getParameter("as");
        visitors.logIn(request, response, Visitors.HOME, email == null ? Map.of() : Map.of("login_hint", email));
    }
}
