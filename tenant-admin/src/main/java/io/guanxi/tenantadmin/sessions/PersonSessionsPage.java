package io.guanxi.tenantadmin.sessions;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.session.PersonSession;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.Texts;
import io.guanxi.tenantadmin.people.TenantPeople;
import io.guanxi.tenantadmin.people.TenantPerson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/** The page of a person's sessions for admins; the person stands in the address. */
@Named("personSessions")
@RequestScoped
public class PersonSessionsPage {

    static final String ADDRESS = "/app/admin/sessions";
    static final String PERSON = "person";

    private static final Set<String> DONE = Set.of("one", "all");

    @Inject
    private SessionControl control;

    @Inject
    private TenantPeople people;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private TenantPerson person;
    private List<PersonSession> rows;

    public TenantPerson getPerson() {
        if (person == null) {
            person = people.require(request.getParameter(PERSON));
        }
        return person;
    }

    public String getTitle() {
        return Texts.of("sessions.of", getPerson().name());
    }

    public List<PersonSession> getRows() {
        if (rows == null) {
            rows = control.of(getPerson().id());
        }
        return rows;
    }

    /** Owners alone look after owners. */
    public boolean isChangeable() {
        return CallContext.require().role().equals(Role.OWNER)
                || !getPerson().role().equals(Role.OWNER);
    }

    /** Whether there is one that can be ended here. */
    public boolean isSeveral() {
        return isChangeable() && getRows().stream().anyMatch(row -> !row.current());
    }

    /** What was just done; empty when nothing was. */
    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? Texts.of("sessions.done." + done) : "";
    }

    public void end(String id) {
        run("one", () -> control.end(getPerson().id(), id));
    }

    public void endAll() {
        run("all", () -> control.endAll(getPerson().id()));
    }

    private void run(String done, Runnable change) {
        if (!errors.submit(ADDRESS + "?person=" + getPerson().id() + "&done=" + done, change)) {
            rows = null;
        }
    }
}
