package io.guanxi.tenantadmin.signup;

import io.guanxi.tenantadmin.provisioning.TenantProvisioning;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Proposes a short name while somebody with a good link writes the company's name. */
@WebServlet(name = "sign-up-slug", urlPatterns = "/signup/slug")
public class SlugServlet extends HttpServlet {

    private static final int LONGEST = 200;

    @Inject
    private transient SignUps signUps;

    @Inject
    private transient SignUpSettings settings;

    @Inject
    private transient TenantProvisioning provisioning;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        Optional<String> name = Optional.ofNullable(request.getParameter("name"))
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST);
        if (!settings.isOpen()
                || name.isEmpty()
                || signUps.find(request.getParameter("token")).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter()
                .print(Json.createObjectBuilder()
                        .add("slug", provisioning.propose(name.get()))
                        .build());
    }
}
