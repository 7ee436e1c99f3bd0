package io.guanxi.kernel.query;

import io.guanxi.kernel.access.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A condition on the fields of an object; checked against its descriptor when it is used. */
public sealed interface Filter {

    record And(List<Filter> parts) implements Filter {}

    record Or(List<Filter> parts) implements Filter {}

    /**
     * @param arguments external forms; one for all but {@code IN} and {@code NOT_IN}, none for {@code IS_EMPTY} and
     *     {@code IS_NOT_EMPTY}
     */
    record Comparison(String field, Operator operator, List<String> arguments) implements Filter {}

    /** Records that somebody may do something with; never from outside. */
    record Reached(Reach reach) implements Filter {}

    /** Records found elsewhere, such as by their words; never from outside. */
    record Ids(List<Long> ids) implements Filter {

        /** The ids, the last repeated until their number is a power of two: statements of all lengths would be too many. */
        List<Long> padded() {
            List<Long> padded = new ArrayList<>(ids.isEmpty() ? List.of(0L) : ids);
            int length = Integer.highestOneBit(Math.max(1, 2 * padded.size() - 1));
            Long last = padded.get(padded.size() - 1);
            while (padded.size() < length) {
                padded.add(last);
            }
            return padded;
        }
    }

    /** All comparisons in a filter, however deep; none in null. */
    static Stream<Comparison> comparisons(Filter filter) {
        if (filter instanceof And and) {
            return and.parts().stream().flatMap(Filter::comparisons);
        } else if (filter instanceof Or or) {
            return or.parts().stream().flatMap(Filter::comparisons);
        }
        return filter instanceof Comparison one ? Stream.of(one) : Stream.empty();
    }

    static Filter compare(String field, Operator operator, String... arguments) {
        return new Comparison(field, operator, List.of(arguments));
    }

    static Filter all(Filter... parts) {
        return new And(List.of(parts));
    }
}
