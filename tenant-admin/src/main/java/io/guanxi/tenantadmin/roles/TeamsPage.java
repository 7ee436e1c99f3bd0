package io.guanxi.tenantadmin.roles;

import io.guanxi.kernel.people.People;
import io.guanxi.kernel.people.Team;
import io.guanxi.kernel.people.Teams;
import io.guanxi.kernel.query.Choice;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.Pages;
import io.guanxi.tenantadmin.page.Parameters;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The teams of a tenant: all of them, and the form of one, which {@code team} or {@code new} in the address opens. */
@Named("teamsPage")
@RequestScoped
public class TeamsPage {

    static final String ADDRESS = "/app/admin/teams";

    private static final Set<String> DONE = Set.of("added", "changed", "removed");

    @Inject
    private Teams teams;

    @Inject
    private People people;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private List<Team> all;
    private Team current;
    private boolean open;
    private String name = "";
    private String description = "";
    private long version;
    private List<MemberLine> members = List.of();

    /** A line of the table. */
    public record Row(String name, String description, String members, int count, String href) {}

    @PostConstruct
    void openTeam() {
        all = teams.all();
        String id = Parameters.given(request, "team", "of");
        open = !id.isEmpty() || !Parameters.given(request, "new", "typing").isEmpty();
        if (!open) {
            return;
        }
        if (!id.isEmpty()) {
            current = teams.require(id);
            name = current.name();
            description = current.description();
            version = current.version();
        }
        members = people.choices("", Teams.MOST).stream()
                .map(person -> new MemberLine(
                        person.id(),
                        person.label(),
                        current != null && current.members().contains(person.id())))
                .toList();
    }

    public boolean isOpen() {
        return open;
    }

    public boolean isNone() {
        return all.isEmpty();
    }

    public List<Row> getRows() {
        Map<String, String> names = new HashMap<>();
        for (Choice person : people.choices("", Teams.MOST)) {
            names.put(person.id(), person.label());
        }
        return all.stream()
                .map(team -> new Row(
                        team.name(),
                        team.description(),
                        String.join(
                                Texts.of("teams.separator"),
                                team.members().stream()
                                        .map(id -> names.getOrDefault(id, "–"))
                                        .toList()),
                        team.members().size(),
                        ADDRESS + "?team=" + team.id()))
                .toList();
    }

    /** Id of the team at hand; empty for a new one. */
    public String getId() {
        return current == null ? "" : current.id();
    }

    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? Texts.of("teams.done." + done) : "";
    }

    public void save() {
        List<String> in =
                members.stream().filter(MemberLine::isIn).map(MemberLine::getId).toList();
        errors.attempt(() -> {
            if (current == null) {
                teams.create(name, description, in);
            } else {
                teams.change(current.id(), version, name, description, in);
            }
            Pages.goTo(ADDRESS + "?done=" + (current == null ? "added" : "changed"));
        });
    }

    public void remove() {
        errors.attempt(() -> {
            teams.delete(current.id(), version);
            Pages.goTo(ADDRESS + "?done=removed");
        });
    }

    public List<MemberLine> getMembers() {
        return members;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }
}
