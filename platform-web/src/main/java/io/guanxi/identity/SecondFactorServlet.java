package io.guanxi.identity;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Leads somebody to their second factor; as long as the company still waits for it, it may be put off until the next log-in. */
@WebServlet(SecondFactorServlet.PATH)
public class SecondFactorServlet extends HttpServlet {

    static final String PATH = "/second-factor";

    private static final String PUT_OFF = "guanxi.factorPutOff";

    @Inject
    private transient Visitors visitors;

    /** Whether the person has put it off in this session; whether they may is asked at each request. */
    static boolean isPutOff(HttpServletRequest request) {
        return request.getSession().getAttribute(PUT_OFF) != null;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher("/identity/second-factor.xhtml").forward(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.getSession().setAttribute(PUT_OFF, true);
        visitors.send(response, request.getParameter("next"));
    }
}
