package io.guanxi.customers.map;

import io.guanxi.customers.classes.ClassMoves;
import io.guanxi.customers.classes.ClassView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The maintenance map as it is now.
 *
 * @param boxes     the classes in their order
 * @param flows     who moved from class to class in the days looked at
 * @param processes what is done, in order
 * @param today     where the tenant is; overdue is what was due before
 * @param currency  of all values
 */
public record MapView(
        List<Box> boxes, List<ClassMoves.Flow> flows, List<Process> processes, LocalDate today, String currency) {

    /**
     * A class.
     *
     * @param value   what its accounts spent in the last twelve months
     * @param overdue accounts that should have been heard from before today
     */
    public record Box(ClassView type, BigDecimal value, long overdue) {}

    /**
     * A process.
     *
     * @param phase   {@code acquire}, {@code maintain} or {@code win_back}
     * @param type    opaque id of the class it cares for; empty for none
     * @param owner   name of who answers for it; empty for nobody
     * @param count   accounts of the class
     * @param overdue those of them that should have been heard from before today
     */
    public record Process(
            String id,
            String name,
            String phase,
            Optional<String> type,
            String cadence,
            String owner,
            long count,
            long overdue) {}

    /** Accounts in all classes. */
    public long count() {
        return boxes.stream().mapToLong(box -> box.type().count()).sum();
    }

    /** What all of them spent in the last twelve months. */
    public BigDecimal value() {
        return boxes.stream().map(Box::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
