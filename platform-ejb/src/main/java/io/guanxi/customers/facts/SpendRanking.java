package io.guanxi.customers.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Where an account stands among the buyers of the last twelve months.
 *
 * <p>RFM (Hughes, <i>Strategic Database Marketing</i>): buyers are ordered by the day of their last order, the number of
 * their orders and what they spent, and each order is cut into fifths; 5 is the most recent, most frequent, most valuable
 * fifth. Equal values get the same digit.
 */
public final class SpendRanking {

    private static final int FIFTHS = 5;

    private final long[] spends;
    private final long[] days;
    private final long[] counts;

    /**
     * One buyer of the last twelve months.
     *
     * @param spend  total in the tenant's own currency
     * @param last   day of the last order
     * @param orders in the twelve months
     */
    public record Buyer(BigDecimal spend, LocalDate last, int orders) {}

    public SpendRanking(List<Buyer> buyers) {
        spends = sorted(buyers.stream().mapToLong(buyer -> units(buyer.spend())));
        days = sorted(buyers.stream().mapToLong(buyer -> buyer.last().toEpochDay()));
        counts = sorted(buyers.stream().mapToLong(Buyer::orders));
    }

    /**
     * Share of the buyers that spent more, 0–100: the first of all has 0, whatever their number.
     *
     * @return empty for who spent nothing
     */
    public Optional<BigDecimal> topPercent(BigDecimal spend) {
        if (spend.signum() <= 0 || spends.length == 0) {
            return Optional.empty();
        }
        int more = spends.length - notAbove(spends, units(spend));
        return Optional.of(
                BigDecimal.valueOf(100L * more).divide(BigDecimal.valueOf(spends.length), 4, RoundingMode.HALF_UP));
    }

    /** The three digits of a buyer. */
    public String rfm(Buyer buyer) {
        return ""
                + fifth(days, buyer.last().toEpochDay())
                + fifth(counts, buyer.orders())
                + fifth(spends, units(buyer.spend()));
    }

    /** 1 for the lowest fifth, 5 for the highest; by how many are not above. */
    private static int fifth(long[] sorted, long value) {
        int notAbove = notAbove(sorted, value);
        return Math.max(1, (int) Math.ceil((double) FIFTHS * notAbove / Math.max(1, sorted.length)));
    }

    private static int notAbove(long[] sorted, long value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Ten-thousandths, the smallest part that the database keeps. */
    private static long units(BigDecimal amount) {
        return amount.movePointRight(4).longValue();
    }

    private static long[] sorted(LongStream values) {
        long[] sorted = values.toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
