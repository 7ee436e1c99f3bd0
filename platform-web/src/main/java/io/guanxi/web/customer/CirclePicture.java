package io.guanxi.web.customer;

import io.guanxi.customers.around.Neighbour;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where everybody stands in the picture of a circle: columns from left to right, the record itself in one of them, and curves
 * between neighbouring columns. Columns are in percent of the width, heights in pixels.
 */
final class CirclePicture {

    private static final int ROW = 46;
    private static final int GAP = 10;
    private static final double BETWEEN = 6;
    private static final int UNITS = 10;
    private static final int NARROW = 3;

    private final Map<String, Place> places = new HashMap<>();
    private final List<String> paths = new ArrayList<>();
    private final int height;
    private final boolean narrow;

    /**
     * Where a box stands.
     *
     * @param left  percent
     * @param top   pixels
     * @param width percent
     */
    record Place(double left, int top, double width) {

        /** For a style sheet that puts it there when there is room for a picture. */
        String style() {
            return String.format(Locale.ROOT, "--x:%.2f%%;--y:%dpx;--w:%.2f%%;--h:%dpx", left, top, width, ROW);
        }
    }

    /**
     * @param centre     id of the record itself
     * @param neighbours in the order in which they are read
     */
    CirclePicture(String centre, List<Neighbour> neighbours) {
        TreeMap<Integer, List<String>> columns = new TreeMap<>();
        columns.computeIfAbsent(1, none -> new ArrayList<>()).add(centre);
        neighbours.forEach(one ->
                columns.computeIfAbsent(column(one), none -> new ArrayList<>()).add(one.id()));
        int rows = columns.values().stream().mapToInt(List::size).max().orElse(1);
        height = rows * (ROW + GAP) - GAP;
        narrow = columns.size() > NARROW;
        double width = (100 - BETWEEN * (columns.size() - 1)) / columns.size();
        int column = 0;
        for (List<String> ids : columns.values()) {
            place(ids, column++ * (width + BETWEEN), width);
        }
        neighbours.forEach(one -> connect(one.via().isEmpty() ? centre : one.via(), one.id()));
    }

    /** The record itself stands in column 1. */
    private static int column(Neighbour one) {
        return switch (one.tie()) {
            case PARENT, CHILD -> 0;
            case CONTACT, AFFILIATE, EMPLOYER -> 2;
            case AFFILIATION -> one.via().isEmpty() ? 2 : 3;
            case COLLEAGUE -> 3;
        };
    }

    private void place(List<String> ids, double left, double width) {
        int top = (height - ids.size() * (ROW + GAP) + GAP) / 2;
        for (int row = 0; row < ids.size(); row++) {
            places.put(ids.get(row), new Place(left, top + row * (ROW + GAP), width));
        }
    }

    private void connect(String from, String to) {
        Place one = places.get(from);
        Place other = places.get(to);
        if (one == null || other == null) {
            return;
        }
        Place left = one.left() < other.left() ? one : other;
        Place right = left == one ? other : one;
        double begin = (left.left() + left.width()) * UNITS;
        double end = right.left() * UNITS;
        double middle = (begin + end) / 2;
        int above = left.top() + ROW / 2;
        int below = right.top() + ROW / 2;
        paths.add(String.format(
                Locale.ROOT,
                "M%.1f %d C%.1f %d %.1f %d %.1f %d",
                begin,
                above,
                middle,
                above,
                middle,
                below,
                end,
                below));
    }

    Place place(String id) {
        return places.get(id);
    }

    /** Curves of SVG in a box 1,000 wide and as high as the picture. */
    List<String> paths() {
        return paths;
    }

    /** Whether so many columns stand beside each other that there is room for names alone. */
    boolean isNarrow() {
        return narrow;
    }

    int height() {
        return height;
    }
}
