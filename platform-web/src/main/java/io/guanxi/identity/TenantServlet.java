package io.guanxi.identity;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Shows the tenants a person may work in, and takes the choice. */
@WebServlet(TenantServlet.PATH)
public class TenantServlet extends HttpServlet {

    static final String PATH = "/tenant";

    private static final String VIEW = "/identity/tenant.xhtml";

    @Inject
    private transient Visitors visitors;

    @Inject
    private transient SessionTrail trail;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher(VIEW).forward(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<SignedIn> signedIn = SignedIn.in(request);
        Optional<Membership> chosen = signedIn.flatMap(one -> one.who().memberships().stream()
                .filter(membership -> membership.alias().equals(request.getParameter("tenant")))
                .findFirst());
        if (chosen.isEmpty()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        // Nothing that pages kept for the other tenant may be seen in this one.
        request.getSession().invalidate();
        SignedIn inChosen = signedIn.get().inTenant(chosen.get().tenantId());
        inChosen.keepIn(request.getSession());
        trail.loggedIn(request, inChosen);
        visitors.send(response, request.getParameter("next"));
    }
}
