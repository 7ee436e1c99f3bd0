package io.guanxi.kernel.access;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The people around somebody, and what they were given beyond their role.
 *
 * @param team     everybody in one of their teams
 * @param reports  everybody who reports to them, however many steps below
 * @param grantees how they are called where records are shared: as themselves, their teams and their role
 * @param read     people whose records of an object they may see by a sharing rule, by its name
 * @param change   the same for changing
 * @param given    objects of which single records were shared with them
 */
public record Circle(
        Set<Long> team,
        Set<Long> reports,
        Set<String> grantees,
        Map<String, Set<Long>> read,
        Map<String, Set<Long>> change,
        Set<String> given) {

    /** Nobody, and nothing given. */
    public static final Circle EMPTY = new Circle(Set.of(), Set.of(), Set.of(), Map.of(), Map.of(), Set.of());

    public Circle {
        team = Set.copyOf(team);
        reports = Set.copyOf(reports);
        grantees = Set.copyOf(grantees);
        read = Map.copyOf(read);
        change = Map.copyOf(change);
        given = Set.copyOf(given);
    }

    /** Whose records of an object somebody reaches. */
    Set<Long> owners(long me, Scope scope, String object, Operation operation) {
        Set<Long> owners = new HashSet<>();
        if (scope != Scope.NONE) {
            owners.add(me);
        }
        if (scope.compareTo(Scope.TEAM) >= 0) {
            owners.addAll(team);
        }
        if (scope.compareTo(Scope.SUBTREE) >= 0) {
            owners.addAll(reports);
        }
        switch (operation) {
            case READ, EXPORT -> owners.addAll(read.getOrDefault(object, Set.of()));
            case UPDATE -> owners.addAll(change.getOrDefault(object, Set.of()));
            default -> {
                // Nothing is deleted by way of a sharing rule.
            }
        }
        return owners;
    }
}
