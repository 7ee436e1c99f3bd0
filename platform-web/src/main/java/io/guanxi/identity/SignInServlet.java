package io.guanxi.identity;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Logs somebody in anew, whether they have a session or not: who has just got a company more learns of it with the next
 * log-in. The mail address comes in the body, so that no log of addresses holds it.
 */
@WebServlet(SignInServlet.PATH)
public class SignInServlet extends HttpServlet {

    static final String PATH = "/signin";

    @Inject
    private transient Visitors visitors;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        visitors.logIn(request, response, Optional.empty());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        visitors.logIn(request, response, Optional.ofNullable(request.getParameter("as")));
    }
}
