package io.guanxi.web.customer;

import io.guanxi.customers.classes.ClassMoves;
import io.guanxi.customers.map.MapView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything stands in the picture of the map: boxes in three columns by phase, and bands between columns as wide as
 * many moved. Columns are in percent of the width, heights in pixels.
 */
final class MapPicture {

    private static final List<String> PHASES = List.of("acquire", "maintain", "win_back");
    private static final double[] LEFT = {0, 36, 77};
    private static final double[] WIDTH = {23.5, 28, 23};
    private static final int GAP = 20;
    private static final int LOWEST = 84;
    private static final int WIDEST = 36;
    private static final int UNITS = 10;

    private final int height;
    private final Map<String, Place> places = new HashMap<>();
    private final List<Band> bands = new ArrayList<>();

    /**
     * Where a box stands.
     *
     * @param column 0–2
     * @param top    pixels
     */
    record Place(int column, int row, int top, int height) {

        double left() {
            return LEFT[column];
        }

        double width() {
            return WIDTH[column];
        }
    }

    /**
     * A band between two columns.
     *
     * @param path    of SVG, in a box 1,000 wide and as high as the picture
     * @param back    against the usual direction
     * @param x       place of its number, percent
     * @param y       place of its number, pixels
     * @param column  where it begins
     */
    record Band(ClassMoves.Flow flow, String path, boolean back, double x, int y, int column) {}

    MapPicture(MapView map) {
        Map<Integer, List<MapView.Box>> columns = new HashMap<>();
        map.boxes()
                .forEach(box -> columns.computeIfAbsent(column(box.type().phase()), none -> new ArrayList<>())
                        .add(box));
        int most = columns.values().stream().mapToInt(List::size).max().orElse(1);
        height = Math.max(312, most * (LOWEST + GAP) - GAP);
        columns.forEach(this::place);
        draw(map.flows());
    }

    private void place(int column, List<MapView.Box> boxes) {
        int box = Math.min(126, (height - GAP * (boxes.size() - 1)) / boxes.size());
        int top = (height - boxes.size() * box - GAP * (boxes.size() - 1)) / 2;
        for (int row = 0; row < boxes.size(); row++) {
            places.put(boxes.get(row).type().id(), new Place(column, row, top + row * (box + GAP), box));
        }
    }

    private static int column(String phase) {
        return Math.max(0, PHASES.contains(phase) ? PHASES.indexOf(phase) : 1);
    }

    private void draw(List<ClassMoves.Flow> flows) {
        long largest = flows.stream().mapToLong(ClassMoves.Flow::accounts).max().orElse(1);
        Map<String, Integer> used = new HashMap<>();
        for (ClassMoves.Flow flow : flows) {
            Optional<Place> from = flow.from().map(places::get);
            Optional<Place> to = flow.to().map(places::get);
            if (from.isPresent()
                    && to.isPresent()
                    && from.get().column() != to.get().column()) {
                int width = (int) Math.max(3, WIDEST * flow.accounts() / largest);
                boolean back = from.get().column() > to.get().column();
                Place left = back ? to.get() : from.get();
                Place right = back ? from.get() : to.get();
                int y1 = slot(used, "r" + left, left, width);
                int y2 = slot(used, "l" + right, right, width);
                bands.add(band(flow, left, right, y1, y2, width, back));
            }
        }
    }

    /** Bands leave a box one below the other. */
    private static int slot(Map<String, Integer> used, String side, Place box, int width) {
        int y = used.merge(side, box.top() + 10, (before, first) -> before);
        int at = Math.min(y, box.top() + box.height() - width - 4);
        used.put(side, at + width + 4);
        return at;
    }

    private static Band band(ClassMoves.Flow flow, Place left, Place right, int y1, int y2, int width, boolean back) {
        double x1 = (left.left() + left.width()) * UNITS;
        double x2 = right.left() * UNITS;
        double middle = (x1 + x2) / 2;
        String path =
                "M%1$.0f,%2$d C%3$.0f,%2$d %3$.0f,%4$d %5$.0f,%4$d L%5$.0f,%6$d C%3$.0f,%6$d %3$.0f,%7$d %1$.0f,%7$dZ"
                        .formatted(x1, y1, middle, y2, x2, y2 + width, y1 + width);
        double share = 0.3 + 0.4 * ((left.row() * 3 + right.row() * 2 + (back ? 1 : 0)) % 4) / 3;
        int y = (int) Math.round(y1 + (y2 - y1) * ease(share) + width / 2.0);
        return new Band(flow, path, back, (x1 + (x2 - x1) * share) / UNITS, y, left.column());
    }

    /** Height of the curve at a share of its way, near enough to put a number on it. */
    private static double ease(double share) {
        return share * share * (3 - 2 * share);
    }

    int height() {
        return height;
    }

    Optional<Place> place(String type) {
        return Optional.ofNullable(places.get(type));
    }

    List<Band> bands() {
        return bands;
    }
}
