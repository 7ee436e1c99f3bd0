package io.guanxi.tenantadmin.legal;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The addresses of the texts: {@code /legal/terms}, with {@code ?version=} for an older one. */
@WebServlet(
        name = "legal",
        urlPatterns = {"/legal/terms", "/legal/privacy"})
public class LegalServlet extends HttpServlet {

    /** Request attribute with the text. */
    static final String TEXT = LegalText.class.getName();

    /** Request attribute with its version. */
    static final String VERSION = TEXT + ".version";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = request.getServletPath();
        LegalText text = LegalText.at(path.substring(path.lastIndexOf('/') + 1)).orElseThrow();
        String version = Optional.ofNullable(request.getParameter("version")).orElse(text.version());
        if (!text.versions().contains(version)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        request.setAttribute(TEXT, text);
        request.setAttribute(VERSION, version);
        request.getRequestDispatcher("/pages/signup/legal.xhtml").forward(request, response);
    }
}
