package io.guanxi.tenantadmin.operator;

import io.guanxi.kernel.closing.ErasureCertificate;
import io.guanxi.kernel.closing.ErasureCertificates;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.NumberFormat;
import java.util.List;

/** The companies that were erased, with their certificates. */
@Named("erasedPage")
@RequestScoped
public class ErasedPage {

    static final String ADDRESS = "/operator/erased";

    @Inject
    private ErasureCertificates certificates;

    @Inject
    private HttpServletRequest request;

    private List<ErasureCertificate> rows;

    public List<ErasureCertificate> getRows() {
        if (rows == null) {
            rows = certificates.latest();
        }
        return rows;
    }

    public String closed(ErasureCertificate one) {
        return FigureWords.time(one.closedAt());
    }

    public String erased(ErasureCertificate one) {
        return FigureWords.time(one.erasedAt());
    }

    public String total(ErasureCertificate one) {
        return NumberFormat.getIntegerInstance(Texts.locale()).format(one.total());
    }

    /** Address of the certificate as a file. */
    public String href(ErasureCertificate one) {
        return request.getContextPath() + CertificateServlet.ADDRESS + "?id=" + one.id();
    }
}
