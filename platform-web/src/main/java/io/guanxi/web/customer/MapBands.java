package io.guanxi.web.customer;

import io.guanxi.customers.classes.ClassMoves;
import io.guanxi.web.customer.MapPicture.Band;
import io.guanxi.web.customer.MapPicture.Place;
import io.guanxi.web.customer.MapPicture.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The bands between the columns of the map. They leave and enter boxes one below the other without crossing at the edge,
 * never run behind a box, and their numbers never cover each other: the largest are placed first.
 */
final class MapBands {

    private static final int WIDEST = 36;
    private static final int THINNEST = 3;
    private static final int MARGIN = 10;
    private static final int BETWEEN = 4;

    /** As high as a number, and some air. */
    private static final int LINE = 28;

    /** Room beside the middle column, of the 1,000 of the picture's width. */
    private static final double BESIDE = 120;

    private static final double[] SHARES = {0.5, 0.4, 0.6, 0.32, 0.68, 0.25, 0.75};

    private final List<Band> bands = new ArrayList<>();
    private final List<Spot> numbers = new ArrayList<>();
    private final int height;

    /** A band that is not drawn yet; its ends are the upper edges. */
    private static final class Strand {

        private final ClassMoves.Flow flow;
        private final Place left;
        private final Place right;
        private final boolean back;
        private int width;
        private int begin;
        private int end;

        Strand(ClassMoves.Flow flow, Place from, Place to, long largest) {
            this.flow = flow;
            this.back = from.column() > to.column();
            this.left = back ? to : from;
            this.right = back ? from : to;
            this.width = (int) Math.max(THINNEST, WIDEST * flow.accounts() / largest);
        }

        boolean isLong() {
            return right.column() - left.column() > 1;
        }
    }

    MapBands(Map<String, Place> places, List<ClassMoves.Flow> flows, int boxes) {
        long largest = flows.stream().mapToLong(ClassMoves.Flow::accounts).max().orElse(1);
        List<Strand> strands = flows.stream()
                .flatMap(flow -> strand(places, flow, largest))
                .sorted(Comparator.comparing((Strand strand) -> strand.flow.accounts())
                        .reversed()
                        .thenComparing(strand -> strand.left.row())
                        .thenComparing(strand -> strand.right.row()))
                .toList();
        fasten(strands);
        int floor = boxes + BETWEEN * 2;
        for (Strand strand : strands) {
            if (strand.isLong()) {
                int middle = floor + Math.max(LINE, strand.width) / 2;
                bands.add(below(strand, middle));
                floor += Math.max(LINE, strand.width + BETWEEN);
            } else {
                bands.add(across(strand));
            }
        }
        height = strands.stream().anyMatch(Strand::isLong) ? floor : boxes;
    }

    private static Stream<Strand> strand(Map<String, Place> places, ClassMoves.Flow flow, long largest) {
        Place from = flow.from().map(places::get).orElse(null);
        Place to = flow.to().map(places::get).orElse(null);
        return from == null || to == null || from.column() == to.column()
                ? Stream.empty()
                : Stream.of(new Strand(flow, from, to, largest));
    }

    /** Gives every band its place at the edges of its boxes; all get thinner when one edge has no room for its own. */
    private static void fasten(List<Strand> strands) {
        Map<Place, List<Strand>> starts = new HashMap<>();
        Map<Place, List<Strand>> ends = new HashMap<>();
        strands.forEach(strand -> {
            starts.computeIfAbsent(strand.left, none -> new ArrayList<>()).add(strand);
            ends.computeIfAbsent(strand.right, none -> new ArrayList<>()).add(strand);
        });
        double scale = Stream.concat(starts.entrySet().stream(), ends.entrySet().stream())
                .mapToDouble(edge -> room(edge.getKey(), edge.getValue().size())
                        / edge.getValue().stream().mapToInt(one -> one.width).sum())
                .reduce(1, Math::min);
        strands.forEach(strand -> strand.width = (int) Math.max(1, strand.width * scale));
        starts.forEach((place, edge) -> {
            edge.sort(Comparator.comparing(Strand::isLong).thenComparing(one -> one.right.top()));
            int y = first(place, edge);
            for (Strand strand : edge) {
                strand.begin = y;
                y += strand.width + BETWEEN;
            }
        });
        ends.forEach((place, edge) -> {
            edge.sort(Comparator.comparing(Strand::isLong).thenComparing(one -> one.left.top()));
            int y = first(place, edge);
            for (Strand strand : edge) {
                strand.end = y;
                y += strand.width + BETWEEN;
            }
        });
    }

    private static double room(Place place, int strands) {
        return Math.max(strands, place.height() - 2.0 * MARGIN - BETWEEN * (strands - 1.0));
    }

    /** The upper edge of the first band, so that all of them stand in the middle of the box. */
    private static int first(Place place, List<Strand> edge) {
        int all = edge.stream().mapToInt(one -> one.width).sum() + BETWEEN * (edge.size() - 1);
        return place.top() + (place.height() - all) / 2;
    }

    private Band across(Strand strand) {
        double x1 = strand.left.end();
        double x2 = strand.right.begin();
        double middle = (x1 + x2) / 2;
        String path =
                "M%1$.0f,%2$d C%3$.0f,%2$d %3$.0f,%4$d %5$.0f,%4$d L%5$.0f,%6$d C%3$.0f,%6$d %3$.0f,%7$d %1$.0f,%7$dZ"
                        .formatted(
                                x1,
                                strand.begin,
                                middle,
                                strand.end,
                                x2,
                                strand.end + strand.width,
                                strand.begin + strand.width);
        for (double share : SHARES) {
            double y = strand.begin + (strand.end - strand.begin) * eased(share) + strand.width / 2.0;
            Spot spot = new Spot((x1 + (x2 - x1) * share) / 10, (int) Math.round(y));
            if (isFree(spot, x1 / 10, x2 / 10)) {
                numbers.add(spot);
                return new Band(strand.flow, path, strand.back, strand.right.column(), Optional.of(spot));
            }
        }
        return new Band(strand.flow, path, strand.back, strand.right.column(), Optional.empty());
    }

    /** Down beside the middle column, along below its boxes, and up again. */
    private static Band below(Strand strand, int middle) {
        double x1 = strand.left.end();
        double x2 = strand.right.begin();
        double in = BESIDE;
        int upper = middle - strand.width / 2;
        int lower = upper + strand.width;
        String path =
                ("M%1$.0f,%2$d C%3$.0f,%2$d %3$.0f,%4$d %5$.0f,%4$d L%6$.0f,%4$d C%7$.0f,%4$d %7$.0f,%8$d %9$.0f,%8$d"
                                + " L%9$.0f,%10$d C%7$.0f,%10$d %7$.0f,%11$d %6$.0f,%11$d L%5$.0f,%11$d"
                                + " C%3$.0f,%11$d %3$.0f,%12$d %1$.0f,%12$dZ")
                        .formatted(
                                x1,
                                strand.begin,
                                x1 + in / 2,
                                upper,
                                x1 + in,
                                x2 - in,
                                x2 - in / 2,
                                strand.end,
                                x2,
                                strand.end + strand.width,
                                lower,
                                strand.begin + strand.width);
        return new Band(
                strand.flow, path, strand.back, strand.right.column(), Optional.of(new Spot((x1 + x2) / 20, middle)));
    }

    /** Height of the curve at a share of its way, near enough to put a number on it. */
    private static double eased(double share) {
        return share * share * (3 - 2 * share);
    }

    /** Numbers between the same columns stand a line apart. */
    private boolean isFree(Spot spot, double from, double to) {
        return numbers.stream()
                .filter(other -> other.x() > from && other.x() < to)
                .allMatch(other -> Math.abs(other.y() - spot.y()) >= LINE);
    }

    List<Band> bands() {
        return bands;
    }

    /** Of the picture with what runs below its boxes. */
    int height() {
        return height;
    }
}
