package io.guanxi.web.customer;

import io.guanxi.customers.Accounts;
import io.guanxi.customers.classes.ClassMoves;
import io.guanxi.customers.classes.ClassView;
import io.guanxi.customers.map.CareProcesses;
import io.guanxi.customers.map.MaintenanceMap;
import io.guanxi.customers.map.MapView;
import io.guanxi.web.format.Avatar;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of the maintenance map. */
@Named("map")
@RequestScoped
public class CustomerMap {

    private static final List<String> PHASES = List.of("acquire", "maintain", "win_back");

    @Inject
    private MaintenanceMap service;

    @Inject
    private LookBack lookBack;

    @Inject
    private HttpServletRequest request;

    @Inject
    private FieldValues values;

    @Inject
    private Texts texts;

    @Inject
    private Here here;

    private MapView view;
    private MapPicture picture;
    private final Map<String, ClassView> classes = new HashMap<>();

    /** A column of the picture with what is done in it; {@code href} leads to those overdue. */
    public record Lane(String label, String colour, long overdue, String href, List<Process> processes) {}

    /** A process as it is shown; {@code avatar} is null without an owner. */
    public record Process(
            String name, String href, String count, String cadence, String owner, Avatar avatar, long overdue) {}

    /** A box; {@code style} says where it stands. */
    public record Box(
            String name,
            String count,
            String value,
            String note,
            boolean late,
            String href,
            String style,
            String edit) {}

    /** A band between boxes. */
    public record Band(String path, String look, String colour) {}

    /** A number on a band or between two boxes; {@code sentence} says what it counts. */
    public record Mark(String count, String sentence, String style) {}

    @PostConstruct
    void read() {
        view = service.view(lookBack.getDays());
        picture = new MapPicture(view);
        view.boxes().forEach(box -> classes.put(box.type().id(), box.type()));
    }

    public String getLead() {
        return texts.of(
                "map.lead",
                values.formats().count(view.count()),
                values.formats().moneyShort(whole(view.value()), view.currency()),
                values.formats().instant(Instant.now()),
                lookBack.getDays());
    }

    public boolean isUnmade() {
        return view.boxes().isEmpty();
    }

    public boolean isEditable() {
        return service.isEditable();
    }

    /** Whether boxes and processes lead to where they are changed. */
    public boolean isEditing() {
        return isEditable() && request.getParameter("edit") != null;
    }

    public String getHref() {
        return here.href("map");
    }

    public String getClassesHref() {
        return here.href("admin/classes");
    }

    public String getNewProcessHref() {
        return here.href(CareProcesses.PATH + "/new");
    }

    public int getHeight() {
        return picture.height();
    }

    public List<Lane> getLanes() {
        List<Lane> lanes = new ArrayList<>();
        for (int i = 0; i < PHASES.size(); i++) {
            String phase = PHASES.get(i);
            List<MapView.Box> late = view.boxes().stream()
                    .filter(box -> box.type().phase().equals(phase) && box.overdue() > 0)
                    .toList();
            lanes.add(new Lane(
                    texts.of("map.phase." + phase),
                    "--c:var(--gx-c" + (i + 1) + ")",
                    late.stream().mapToLong(MapView.Box::overdue).sum(),
                    here.href(Accounts.PATH) + "?filter=customerClass=in=("
                            + late.stream().map(box -> box.type().id()).collect(Collectors.joining(","))
                            + ")%3BcontactDue=lt=today&sort=contactDue",
                    view.processes().stream()
                            .filter(process -> process.phase().equals(phase))
                            .map(this::process)
                            .toList()));
        }
        return lanes;
    }

    private Process process(MapView.Process process) {
        String href = isEditing()
                ? here.href(CareProcesses.PATH + "/" + process.id() + "/edit")
                : process.type()
                        .map(type -> listHref(type, process.overdue() > 0))
                        .orElse(here.href(CareProcesses.PATH + "/" + process.id()));
        return new Process(
                process.name(),
                href,
                process.type().isPresent() ? values.formats().count(process.count()) : "",
                process.cadence(),
                process.owner(),
                process.owner().isEmpty() ? null : Avatar.of(process.owner()),
                process.overdue());
    }

    public List<Box> getBoxes() {
        return view.boxes().stream().map(this::box).toList();
    }

    private Box box(MapView.Box box) {
        ClassView type = box.type();
        MapPicture.Place place = picture.place(type.id()).orElseThrow();
        boolean late = box.overdue() > 0;
        String note = late
                ? texts.of("map.late", box.overdue(), type.cadenceDays().orElse(0))
                : type.cadenceDays()
                        .map(cadence -> texts.of("customer.cadence.is", cadence))
                        .orElse(type.description());
        return new Box(
                type.name(),
                values.formats().count(type.count()),
                value(box),
                note,
                late,
                isEditing() ? here.href("admin/classes") + "?class=" + type.id() : listHref(type.id(), false),
                String.format(
                        Locale.ROOT,
                        "left:%.1f%%;top:%dpx;width:%.1f%%;height:%dpx;--c:var(--gx-c%d)",
                        place.left(),
                        place.top(),
                        place.width(),
                        place.height(),
                        place.column() + 1),
                type.id());
    }

    private String value(MapView.Box box) {
        if (box.value().signum() == 0) {
            return "";
        }
        BigDecimal share = box.value().multiply(BigDecimal.valueOf(100)).divide(view.value(), 0, RoundingMode.HALF_UP);
        return texts.of(
                "map.value", values.formats().moneyShort(whole(box.value()), view.currency()), share.intValue());
    }

    private static BigDecimal whole(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP);
    }

    private String listHref(String type, boolean late) {
        return here.href(Accounts.PATH) + "?filter=customerClass==" + type
                + (late ? "%3BcontactDue=lt=today&sort=contactDue" : "");
    }

    public List<Band> getBands() {
        return picture.bands().stream()
                .map(band -> new Band(
                        band.path(), band.back() ? "back" : "", "--c:var(--gx-c" + (band.column() == 1 ? 1 : 3) + ")"))
                .toList();
    }

    /** The numbers in the picture. */
    public List<Mark> getMarks() {
        List<Mark> marks = new ArrayList<>();
        picture.bands()
                .forEach(band -> band.number().ifPresent(spot -> {
                    String count = values.formats().count(band.flow().accounts());
                    marks.add(new Mark(
                            band.back() ? texts.of("map.back", count) : count, sentence(band.flow()), style(spot)));
                }));
        picture.gaps().forEach(gap -> {
            String up = values.formats().count(gap.up());
            String down = values.formats().count(gap.down());
            marks.add(new Mark(
                    Stream.of(
                                    gap.up() > 0 ? texts.of("map.up", up) : "",
                                    gap.down() > 0 ? texts.of("map.down", down) : "")
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining("\u2002")),
                    texts.of(
                            "map.crossed",
                            gap.above().type().name(),
                            gap.below().type().name(),
                            up,
                            down),
                    style(gap.number())));
        });
        return marks;
    }

    private static String style(MapPicture.Spot spot) {
        return String.format(Locale.ROOT, "left:%.1f%%;top:%dpx", spot.x(), spot.y());
    }

    /** All moves in words, the most accounts first. */
    public List<String> getMoves() {
        return view.flows().stream()
                .sorted(Comparator.comparing(ClassMoves.Flow::accounts).reversed())
                .map(this::sentence)
                .toList();
    }

    private String sentence(ClassMoves.Flow flow) {
        return texts.of(
                "map.moved",
                values.formats().count(flow.accounts()),
                name(flow.from().orElse("")),
                name(flow.to().orElse("")));
    }

    private String name(String type) {
        return classes.containsKey(type) ? classes.get(type).name() : texts.of("map.gone");
    }
}
