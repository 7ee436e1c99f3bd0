package io.guanxi.web.error;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.error.Causes;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.error.ModuleNotEntitled;
import io.guanxi.kernel.error.TenantReadOnly;
import io.guanxi.kernel.object.Labels;
import io.guanxi.web.shell.PageServlet;
import io.guanxi.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Says what went wrong in the reader's language, with a trace id and a way on; never how it went wrong inside. */
@Named("failure")
@RequestScoped
public class ErrorPage {

    private static final Logger LOG = Logger.getLogger(ErrorPage.class.getName());

    /** Set by the log-in, also when nobody is logged in. */
    private static final String TRACE_ID = "guanxi.traceId";

    private static final Set<String> KNOWN = Set.of("400", "403", "404", "409", "413", "429", "503");

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    private String kind;
    private String reason;
    private String traceId;

    @PostConstruct
    void read() {
        Object told = request.getAttribute(PageServlet.FAILURE);
        Throwable failure = (Throwable) (told == null ? request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) : told);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        traceId = CallContext.find()
                .map(Caller::traceId)
                .or(() -> Optional.ofNullable((String) request.getAttribute(TRACE_ID)))
                .orElse("");
        kind = find(failure, ViewExpiredException.class).isPresent()
                ? "expired"
                : find(failure, ModuleNotEntitled.class).isPresent()
                        ? "module"
                        : find(failure, TenantReadOnly.class).isPresent()
                                ? "readOnly"
                                : find(failure, AccessDenied.class).isPresent()
                                        ? "403"
                                        : KNOWN.contains(String.valueOf(status)) ? status.toString() : "500";
        reason = find(failure, DomainException.class)
                .map(e -> Labels.error(e.code(), texts.locale(), e.args().toArray()))
                .orElse("");
        if (kind.equals("500")) {
            LOG.log(Level.SEVERE, failure, () -> "page failed, trace " + traceId);
        }
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return Causes.of(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    public String getTitle() {
        return texts.of("error." + kind + ".title");
    }

    public String getText() {
        return texts.of("error." + kind + ".text");
    }

    /** The broken rule in a sentence; empty when there is none to tell. */
    public String getReason() {
        return kind.equals("404") ? "" : reason;
    }

    public String getIcon() {
        return switch (kind) {
            case "403", "readOnly" -> "pi-lock";
            case "module" -> "pi-box";
            case "404" -> "pi-search";
            case "expired" -> "pi-clock";
            default -> "pi-exclamation-triangle";
        };
    }

    /** Trying the same address again may help. */
    public boolean isRetryable() {
        return kind.equals("expired")
                || kind.equals("500")
                || kind.equals("503")
                || kind.equals("429")
                || kind.equals("409");
    }

    /** The address that failed; only its path and query. */
    public String getAddress() {
        Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return uri == null ? request.getContextPath() + "/app" : uri.toString();
    }

    public String getTraceId() {
        return traceId;
    }
}
