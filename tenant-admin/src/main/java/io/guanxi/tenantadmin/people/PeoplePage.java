package io.guanxi.tenantadmin.people;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.people.People;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.Parameters;
import io.guanxi.tenantadmin.page.Texts;
import io.guanxi.tenantadmin.sessions.SecondFactorReset;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The page of a tenant's people. */
@Named("peoplePage")
@RequestScoped
public class PeoplePage {

    private static final String ADDRESS = "/app/admin/people";
    private static final int PAGE = 50;
    private static final int MANAGERS = 500;

    /** What the page may say it has done; nothing else from the address is shown. */
    private static final Set<String> DONE =
            Set.of("invited", "sent", "assigned", "deactivated", "reactivated", "reported", "reset");

    @Inject
    private TenantPeople people;

    @Inject
    private Invitations invitations;

    @Inject
    private SecondFactorReset secondFactors;

    @Inject
    private People known;

    @Inject
    private RoleNames names;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private List<TenantPerson> shown;
    private Seats seats;

    private TenantPerson chosen;
    private String manager;
    private String email;
    private String name;
    private Role role = Role.MEMBER;

    public List<TenantPerson> getRows() {
        List<TenantPerson> found = fetched();
        return found.size() > PAGE ? found.subList(0, PAGE) : found;
    }

    /** Address of the people after these; empty when these are the last. */
    public String getNext() {
        List<TenantPerson> rows = getRows();
        return fetched().size() > PAGE
                ? request.getContextPath() + ADDRESS + "?after="
                        + rows.get(PAGE - 1).id()
                : "";
    }

    private List<TenantPerson> fetched() {
        if (shown == null) {
            shown = people.list(request.getParameter("after"), PAGE + 1);
        }
        return shown;
    }

    /** What was just done; empty when nothing was. */
    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? Texts.of("people.done." + done) : "";
    }

    /** How many of the plan's seats are taken. */
    public String getSeatsText() {
        NumberFormat numbers = NumberFormat.getIntegerInstance(Texts.locale());
        String taken = numbers.format(seats().taken());
        return seats().allowed().isPresent()
                ? Texts.of(
                        "people.seats.of",
                        taken,
                        numbers.format(seats().allowed().getAsLong()))
                : Texts.of("people.seats", taken);
    }

    public boolean isFull() {
        return seats().isFull();
    }

    private Seats seats() {
        if (seats == null) {
            seats = people.seats();
        }
        return seats;
    }

    public String label(Role of) {
        return names.of(of);
    }

    /** Name of the colour of a badge that the style sheet has. */
    public String colour(TenantPerson person) {
        return switch (person.status()) {
            case ACTIVE -> "green";
            case INVITED -> "blue";
            case DEACTIVATED -> "gray";
        };
    }

    public String status(TenantPerson person) {
        return Texts.of("member." + person.status());
    }

    /** Name of the menu of a person, for those who cannot see where it stands. */
    public String actionsFor(TenantPerson person) {
        return Texts.of("people.actionsFor", person.name());
    }

    /** Time of the last visit in the zone of who looks; a dash for none. */
    public String seen(TenantPerson person) {
        return person.lastSeenAt().map(PeoplePage::format).orElse("–");
    }

    /** Until when no password of the person is taken; empty when it is. */
    public String locked(TenantPerson person) {
        return person.lockedUntil()
                .map(until -> Texts.of("people.locked", format(until)))
                .orElse("");
    }

    private static String format(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Texts.locale())
                .withZone(CallContext.require().zone())
                .format(time);
    }

    /** The roles the caller may give to that person, without the one they have. */
    public List<Role> roles(TenantPerson person) {
        return mayChange(person)
                ? choices().stream().filter(one -> !one.equals(person.role())).toList()
                : List.of();
    }

    /** The roles the caller may give: only an owner makes owners. */
    public List<Role> choices() {
        return names.all().stream().filter(people::mayGive).toList();
    }

    public boolean mayChange(TenantPerson person) {
        return caller().role().equals(Role.OWNER) || !person.role().equals(Role.OWNER);
    }

    public boolean isSelf(TenantPerson person) {
        return person.id().equals(RecordId.format(caller().memberId()));
    }

    private static Caller caller() {
        return CallContext.require();
    }

    /** The person whose manager is at hand: {@code person} in the address, {@code of} in the form; null for nobody. */
    public TenantPerson getChosen() {
        if (chosen == null) {
            String id = Parameters.given(request, "person", "of");
            chosen = id.isEmpty() ? null : people.require(id);
        }
        return chosen;
    }

    public String getChosenTitle() {
        return Texts.of("people.reports.of", getChosen().name());
    }

    /** Everybody else, by name. */
    public Map<String, String> getManagers() {
        Map<String, String> managers = new LinkedHashMap<>();
        known.choices("", MANAGERS).stream()
                .filter(one -> !one.id().equals(getChosen().id()))
                .forEach(one -> managers.put(one.label(), one.id()));
        return managers;
    }

    public String getManager() {
        return manager == null ? getChosen().manager().orElse("") : manager;
    }

    public void setManager(String manager) {
        this.manager = manager == null ? "" : manager;
    }

    /** Says whom the person at hand reports to. */
    public void report() {
        run("reported", () -> people.reportTo(getChosen().id(), manager));
    }

    public void invite() {
        run("invited", () -> invitations.invite(email, name, role));
    }

    public void sendAgain(String id) {
        run("sent", () -> invitations.sendAgain(id));
    }

    public void assign(String id, Role newRole) {
        run("assigned", () -> people.assign(id, newRole));
    }

    public void deactivate(String id) {
        run("deactivated", () -> people.deactivate(id));
    }

    public void reactivate(String id) {
        run("reactivated", () -> people.reactivate(id));
    }

    /** Somebody has lost the second factor. */
    public void resetFactor(String id) {
        run("reset", () -> secondFactors.of(id));
    }

    private void run(String done, Runnable change) {
        if (!errors.submit(ADDRESS + "?done=" + done, change)) {
            shown = null;
            seats = null;
        }
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }
}
