package io.guanxi.customers.around;

import java.util.List;
import java.util.Map;

/**
 * Who and what is around a record.
 *
 * @param neighbours {@value Surroundings#MOST} at most, those of one tie together
 * @param more       how many there are beside them, by tie; ties that are shown in full are left out
 */
public record Circle(List<Neighbour> neighbours, Map<Neighbour.Tie, Long> more) {}
