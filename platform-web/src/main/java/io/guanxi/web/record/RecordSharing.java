package io.guanxi.web.record;

import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.access.ShareLevel;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.people.Grantee;
import io.guanxi.kernel.people.Grantees;
import io.guanxi.kernel.sharing.RecordShares;
import io.guanxi.kernel.sharing.Share;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import io.guanxi.web.shell.Toast;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;

/** With whom the record of the page is shared by hand; who may change the record may share it. */
@Named("recordSharing")
@RequestScoped
public class RecordSharing {

    private static final int PEOPLE = 200;

    @Inject
    private RecordShares shares;

    @Inject
    private Grantees grantees;

    @Inject
    private Here here;

    @Inject
    private Texts texts;

    @Inject
    private Toast toast;

    @Inject
    private HttpServletRequest request;

    private boolean editable;
    private List<Line> lines = List.of();
    private String grantee = "";
    private String level = ShareLevel.READ.name();

    /** One share. */
    public record Line(String key, String label, String level, String end) {}

    @PostConstruct
    void readShares() {
        if (here.object().isOwned()) {
            editable = shares.mayShare(here.object().name(), here.getId());
            lines = shares.of(here.object().name(), here.getId()).stream()
                    .map(this::line)
                    .toList();
        }
    }

    private Line line(Share share) {
        String label = label(share.grantee(), grantees.label(share.grantee()));
        return new Line(
                share.grantee().key(),
                label,
                texts.of("share.level." + share.level().name()),
                texts.of("share.end.of", label));
    }

    private String label(Grantee one, String name) {
        boolean isShipped = one.kind() == Grantee.Kind.ROLE && new Role(one.name()).isShipped();
        return texts.of("share." + one.kind().name(), isShipped ? texts.of("role." + one.name()) : name);
    }

    /** Whether there is something to show or to do. */
    public boolean isVisible() {
        return editable || !lines.isEmpty();
    }

    public boolean isEditable() {
        return editable;
    }

    /** Whether somebody is about to be chosen: {@code share} in the address. Everybody is read for nobody else. */
    public boolean isOpen() {
        return editable && request.getParameter("share") != null;
    }

    /** Address of this page with the form. */
    public String getOpenHref() {
        return here.href(here.object().path() + "/" + here.getId()) + "?share=#shares-title";
    }

    public List<Line> getLines() {
        return lines;
    }

    /** Teams, roles and people, by label. */
    public Map<String, String> getSomebody() {
        Map<String, String> somebody = new LinkedHashMap<>();
        grantees.all(PEOPLE)
                .forEach(one -> somebody.put(
                        label(one.grantee(), one.label()), one.grantee().key()));
        return somebody;
    }

    public Map<String, String> getLevels() {
        Map<String, String> levels = new LinkedHashMap<>();
        for (ShareLevel one : ShareLevel.values()) {
            levels.put(texts.of("share.level." + one.name()), one.name());
        }
        return levels;
    }

    public void share() {
        Grantee.of(grantee)
                .ifPresent(one -> run(
                        () -> shares.share(here.object().name(), here.getId(), one, ShareLevel.valueOf(level)),
                        texts.of("share.done", label(one, grantees.label(one)))));
    }

    public void end(String key) {
        Grantee.of(key)
                .ifPresent(
                        one -> run(() -> shares.end(here.object().name(), here.getId(), one), texts.of("share.ended")));
    }

    private void run(Runnable change, String done) {
        try {
            change.run();
            toast.say(done);
        } catch (DomainException refused) {
            toast.say(
                    Labels.error(refused.code(), texts.locale(), refused.args().toArray()));
        }
        Faces.redirect(here.href(here.object().path() + "/" + here.getId()));
    }

    public String getGrantee() {
        return grantee;
    }

    public void setGrantee(String grantee) {
        this.grantee = grantee;
    }

    public String getLevel() {
        return level;
    }

    public void setLevel(String level) {
        this.level = level;
    }
}
