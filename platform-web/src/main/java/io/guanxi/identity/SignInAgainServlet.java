package io.guanxi.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells somebody whose session is over why, and offers to log in again. */
@WebServlet(SignInAgainServlet.PATH)
public class SignInAgainServlet extends HttpServlet {

    static final String PATH = "/signin-again";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher("/identity/signin-again.xhtml").forward(request, response);
    }
}
