package io.guanxi.web.customer;

import io.guanxi.customers.Accounts;
import io.guanxi.customers.Contacts;
import io.guanxi.customers.around.Circle;
import io.guanxi.customers.around.Neighbour;
import io.guanxi.customers.around.Neighbour.Tie;
import io.guanxi.customers.around.Surroundings;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.web.format.Avatar;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Route;
import io.guanxi.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The people and companies around the account or contact of the page, as a picture and as a list on phones. */
@Named("circle")
@RequestScoped
public class CircleView {

    @Inject
    private Here here;

    @Inject
    private Surroundings surroundings;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private Texts texts;

    private Circle known;
    private CirclePicture picture;

    /**
     * A box of the picture, and a line of the list.
     *
     * @param full for the pointer: all that is cut off where room is scarce
     */
    public record Box(
            String name, String note, String full, String href, Avatar avatar, boolean person, String style) {}

    /** What is not in the picture, and where it is listed. */
    public record More(String label, String href) {}

    public boolean isVisible() {
        boolean isOfAccount = here.getPath().equals(Accounts.PATH);
        boolean isThere = here.route().page() == Route.Page.RECORD
                && (isOfAccount || here.getPath().equals(Contacts.PATH));
        return isThere && !circle().neighbours().isEmpty();
    }

    private Circle circle() {
        if (known == null) {
            known = here.getPath().equals(Accounts.PATH)
                    ? surroundings.ofAccount(here.getId())
                    : surroundings.ofContact(here.getId());
        }
        return known;
    }

    private CirclePicture picture() {
        if (picture == null) {
            picture = new CirclePicture(here.getId(), circle().neighbours());
        }
        return picture;
    }

    public List<Box> getBoxes() {
        return circle().neighbours().stream().map(this::box).toList();
    }

    private Box box(Neighbour one) {
        String note = note(one);
        ObjectDescriptor object = objects.require(one.object());
        boolean isPerson = object.path().equals(Contacts.PATH);
        return new Box(
                one.name(),
                note,
                note.isEmpty() ? one.name() : texts.of("circle.full", one.name(), note),
                here.href(object.path() + "/" + one.id()),
                Avatar.of(one.name()),
                isPerson,
                picture().place(one.id()).style());
    }

    /** What somebody is there: the kind before the words, and for companies what they are to each other. */
    private String note(Neighbour one) {
        String kind = one.kind().isEmpty() ? "" : option(one);
        String detail = one.detail().equalsIgnoreCase(kind) ? "" : one.detail();
        String said = Stream.of(kind, detail)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(texts.of("circle.and")));
        return said.isEmpty() ? texts.of("circle.tie." + one.tie()) : said;
    }

    private String option(Neighbour one) {
        boolean isAffiliation = one.tie() == Tie.AFFILIATE || one.tie() == Tie.AFFILIATION;
        ObjectDescriptor object = objects.require(isAffiliation ? "affiliation" : "contact");
        return Labels.option(object, object.require(isAffiliation ? "kind" : "role"), one.kind(), texts.locale());
    }

    public List<String> getPaths() {
        return picture().paths();
    }

    public boolean isNarrow() {
        return picture().isNarrow();
    }

    public int getHeight() {
        return picture().height();
    }

    /** Where the record itself stands. */
    public String getStyle() {
        return picture().place(here.getId()).style();
    }

    public List<More> getMore() {
        List<More> more = new ArrayList<>();
        Map<Tie, Long> counts = circle().more();
        counts.forEach((tie, count) -> more.add(new More(texts.of("circle.more." + tie, count), href(tie))));
        return more;
    }

    private String href(Tie tie) {
        String list =
                switch (tie) {
                    case PARENT, CHILD, EMPLOYER -> Accounts.PATH + "?filter=parent==";
                    case CONTACT -> Contacts.PATH + "?filter=account==";
                    case AFFILIATE -> "affiliations?filter=account==";
                    case AFFILIATION -> "affiliations?filter=contact==";
                    case COLLEAGUE -> Contacts.PATH + "?filter=account==";
                };
        String id = tie == Tie.COLLEAGUE
                ? circle().neighbours().stream()
                        .filter(one -> one.tie() == Tie.COLLEAGUE)
                        .map(Neighbour::via)
                        .findFirst()
                        .orElse("")
                : here.getId();
        return here.href(list + id);
    }
}
