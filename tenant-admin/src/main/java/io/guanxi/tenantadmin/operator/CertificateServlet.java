package io.guanxi.tenantadmin.operator;

import io.guanxi.kernel.closing.ErasureCertificate;
import io.guanxi.kernel.closing.ErasureCertificates;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** A certificate of erasure as a file: the content as it was sealed, its digest and its seal. */
@WebServlet(name = "erasure-certificate", urlPatterns = CertificateServlet.ADDRESS)
public class CertificateServlet extends HttpServlet {

    static final String ADDRESS = "/operator/certificate";

    @Inject
    private transient ErasureCertificates certificates;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = request.getParameter("id");
        Optional<ErasureCertificate> found = id == null ? Optional.empty() : certificates.find(id);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        ErasureCertificate one = found.get();
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"erasure-" + one.slug() + ".json\"");
        response.getWriter()
                .print(Json.createObjectBuilder()
                        .add("content", one.content())
                        .add("sha256", one.digest())
                        .add("hmacSha256", one.seal())
                        .add("genuine", one.isGenuine())
                        .build());
    }
}
