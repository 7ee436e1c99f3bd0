package io.guanxi.tenantadmin.sessions;

import io.guanxi.kernel.session.PersonSession;
import io.guanxi.kernel.session.PersonSessions;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/** The page of one's own sessions. */
@Named("ownSessions")
@RequestScoped
public class OwnSessionsPage {

    static final String ADDRESS = "/app/sessions";

    private static final Set<String> DONE = Set.of("one", "others");

    @Inject
    private PersonSessions sessions;

    @Inject
    private SessionControl control;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private List<PersonSession> rows;

    public List<PersonSession> getRows() {
        if (rows == null) {
            rows = sessions.own();
        }
        return rows;
    }

    /** Whether there are others beside the one at hand. */
    public boolean isSeveral() {
        return getRows().stream().anyMatch(row -> !row.current());
    }

    /** What was just done; empty when nothing was. */
    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? Texts.of("sessions.done." + done) : "";
    }

    public void end(String id) {
        run("one", () -> control.endOwn(id));
    }

    public void endAll() {
        run("others", control::endOwnOthers);
    }

    private void run(String done, Runnable change) {
        errors.submit(ADDRESS + "?done=" + done, change);
    }
}
