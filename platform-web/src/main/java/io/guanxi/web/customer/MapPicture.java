package io.guanxi.web.customer;

import io.guanxi.customers.classes.ClassMoves;
import io.guanxi.customers.map.MapView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything stands in the picture of the map: boxes in three columns by phase, and bands between columns as wide as
 * many moved. What moves past the middle column runs below its boxes; what moves within a column is counted between them.
 * Columns are in percent of the width, heights in pixels.
 */
final class MapPicture {

    private static final List<String> PHASES = List.of("acquire", "maintain", "win_back");
    private static final double[] LEFT = {0, 36, 77};
    private static final double[] WIDTH = {23.5, 28, 23};
    private static final int GAP = 32;
    private static final int LOWEST = 84;
    private static final int HIGHEST = 126;
    private static final int UNITS = 10;

    private final Map<String, Place> places = new HashMap<>();
    private final List<Band> bands = new ArrayList<>();
    private final Map<String, Gap> gaps = new LinkedHashMap<>();
    private final int height;

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

        /** Of its right edge in the picture, which is 1,000 wide. */
        double end() {
            return (left() + width()) * UNITS;
        }

        /** Of its left edge. */
        double begin() {
            return left() * UNITS;
        }
    }

    /**
     * A band between two columns.
     *
     * @param path   of SVG, in a box 1,000 wide and as high as the picture
     * @param back   against the usual direction
     * @param column where it arrives when followed in the usual direction
     * @param number where its number stands; empty when there is no room for it
     */
    record Band(ClassMoves.Flow flow, String path, boolean back, int column, Optional<Spot> number) {}

    /**
     * A place for a number.
     *
     * @param x percent
     * @param y pixels
     */
    record Spot(double x, int y) {}

    /**
     * What crossed the line between two boxes of a column, one above the other; who moved further crossed several.
     *
     * @param above box above the line
     * @param up    how many moved up over it
     * @param down  how many moved down
     */
    record Gap(MapView.Box above, MapView.Box below, Spot number, int column, long up, long down) {

        private Gap with(long moreUp, long moreDown) {
            return new Gap(above, below, number, column, up + moreUp, down + moreDown);
        }
    }

    MapPicture(MapView map) {
        Map<Integer, List<MapView.Box>> columns = new HashMap<>();
        map.boxes()
                .forEach(box -> columns.computeIfAbsent(column(box.type().phase()), none -> new ArrayList<>())
                        .add(box));
        int most = columns.values().stream().mapToInt(List::size).max().orElse(1);
        int boxes = Math.max(312, most * (LOWEST + GAP) - GAP);
        columns.forEach((column, of) -> place(column, of, boxes));
        columns.values().forEach(this::count);
        map.flows().forEach(this::cross);
        MapBands drawn = new MapBands(places, map.flows(), boxes);
        bands.addAll(drawn.bands());
        height = drawn.height();
    }

    private void place(int column, List<MapView.Box> boxes, int total) {
        int box = Math.min(HIGHEST, (total - GAP * (boxes.size() - 1)) / boxes.size());
        int top = (total - boxes.size() * box - GAP * (boxes.size() - 1)) / 2;
        for (int row = 0; row < boxes.size(); row++) {
            places.put(boxes.get(row).type().id(), new Place(column, row, top + row * (box + GAP), box));
        }
    }

    private static int column(String phase) {
        return Math.max(0, PHASES.contains(phase) ? PHASES.indexOf(phase) : 1);
    }

    /** The gaps of a column, nobody in them yet. */
    private void count(List<MapView.Box> boxes) {
        for (int row = 1; row < boxes.size(); row++) {
            Place below = places.get(boxes.get(row).type().id());
            gaps.put(
                    gap(below.column(), row),
                    new Gap(
                            boxes.get(row - 1),
                            boxes.get(row),
                            new Spot(below.left() + below.width() / 2, below.top() - GAP / 2),
                            below.column(),
                            0,
                            0));
        }
    }

    private void cross(ClassMoves.Flow flow) {
        Optional<Place> from = flow.from().map(places::get);
        Optional<Place> to = flow.to().map(places::get);
        if (from.isPresent()
                && to.isPresent()
                && from.get().column() == to.get().column()) {
            boolean isUp = to.get().row() < from.get().row();
            int first = Math.min(from.get().row(), to.get().row()) + 1;
            int last = Math.max(from.get().row(), to.get().row());
            for (int row = first; row <= last; row++) {
                gaps.computeIfPresent(
                        gap(to.get().column(), row),
                        (key, gap) -> gap.with(isUp ? flow.accounts() : 0, isUp ? 0 : flow.accounts()));
            }
        }
    }

    private static String gap(int column, int row) {
        return column + "/" + row;
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

    /** The gaps that somebody crossed, from left to right and down. */
    List<Gap> gaps() {
        return gaps.values().stream()
                .filter(gap -> gap.up() + gap.down() > 0)
                .sorted(Comparator.comparing(Gap::column)
                        .thenComparing(gap -> gap.number().y()))
                .toList();
    }
}
