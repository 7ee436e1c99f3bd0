package io.guanxi.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells that a log-in did not come to its end and offers another; stops there, so that browsers without cookies do not go round in circles. */
@WebServlet(LogIn.FAILED)
public class SignInFailedServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher("/identity/signin-failed.xhtml").forward(request, response);
    }
}
