package io.guanxi.identity;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.support.OperatorEntry.Action;
import io.guanxi.kernel.support.SupportDesk;
import io.guanxi.kernel.support.SupportGrants;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Takes an operator into a tenant that has let support in, and out again: {@code tenant} is its number, or absent to leave.
 * Operators alone come here.
 */
@WebServlet(SupportServlet.PATH)
public class SupportServlet extends HttpServlet {

    static final String PATH = PageGate.OPERATOR + "/support";

    @Inject
    private transient Visitors visitors;

    @Inject
    private transient SupportDesk desk;

    @Inject
    private transient SupportGrants grants;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SignedIn signedIn = SignedIn.in(request).orElseThrow();
        String wanted = request.getParameter("tenant");
        if (wanted == null) {
            leave(signedIn, request, response);
        } else {
            enter(number(wanted), signedIn, request, response);
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private void enter(int tenant, SignedIn signedIn, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (tenant <= 0 || desk.active(tenant).isEmpty()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        note(tenant, signedIn.who().email(), Action.SUPPORT_ENTERED);
        again(signedIn, tenant, request);
        visitors.send(response, Visitors.HOME);
    }

    private void leave(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        if (signedIn.tenantId() != 0 && signedIn.membership().isEmpty()) {
            note(signedIn.tenantId(), signedIn.who().email(), Action.SUPPORT_LEFT);
        }
        again(signedIn, 0, request);
        visitors.send(response, PageGate.OPERATOR);
    }

    /** Nothing that pages kept for one tenant may be seen in another, or outside. */
    private static void again(SignedIn signedIn, int tenant, HttpServletRequest request) {
        request.getSession().invalidate();
        signedIn.inTenant(tenant).keepIn(request.getSession());
    }

    private void note(int tenant, String operator, Action action) {
        try (var product = CallContext.enter(Caller.system(tenant, "0"))) {
            grants.note(operator, action, "");
        }
    }
}
