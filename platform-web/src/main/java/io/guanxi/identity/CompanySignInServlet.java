package io.guanxi.identity;

import io.guanxi.kernel.people.IdentitiesAway;
import io.guanxi.tenantadmin.provider.HomeRealm;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Asks for a mail address and leads to the identity provider of the company whose domain it is. The address comes in the
 * body, so that no log of addresses holds it.
 */
@WebServlet(CompanySignInServlet.PATH)
public class CompanySignInServlet extends HttpServlet {

    static final String PATH = "/signin/company";

    /** Request attribute with the mail address for whose domain there is no provider. */
    static final String NOT_FOUND = "guanxi.companySignIn.notFound";

    private static final Logger LOG = System.getLogger(CompanySignInServlet.class.getName());
    private static final int LONGEST = 254;

    @Inject
    private transient Visitors visitors;

    @Inject
    private transient HomeRealm homes;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String email = Optional.ofNullable(request.getParameter("email"))
                .map(String::strip)
                .filter(text -> text.length() <= LONGEST)
                .orElse("");
        try {
            Optional<String> provider =
                    homes.find(email, String.valueOf(request.getAttribute(AuthenticationFilter.TRACE_ID)));
            if (provider.isPresent()) {
                visitors.logIn(request, response, email, provider.get());
            } else {
                request.setAttribute(NOT_FOUND, email);
                show(request, response);
            }
        } catch (IdentitiesAway away) {
            LOG.log(Level.WARNING, "A sign-in by a company's identity provider cannot begin", away);
            visitors.tellThatItIsAway(request, response);
        }
    }

    private static void show(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher("/identity/company.xhtml").forward(request, response);
    }
}
