package io.guanxi.tenantadmin.signup;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Where a company begins: the form for the mail address, and what is said after it. */
@WebServlet(
        name = "sign-up",
        urlPatterns = {SignUpServlet.PATH, SignUpServlet.SENT})
public class SignUpServlet extends PublicServlet {

    static final String PATH = "/signup";
    static final String SENT = "/signup/sent";

    @Override
    protected String view(HttpServletRequest request, HttpServletResponse response) {
        return request.getServletPath().equals(SENT) ? "/pages/signup/sent.xhtml" : "/pages/signup/start.xhtml";
    }
}
