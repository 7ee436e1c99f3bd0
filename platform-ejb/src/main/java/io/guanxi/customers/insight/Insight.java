package io.guanxi.customers.insight;

import io.guanxi.customers.classes.ClassMoves;
import io.guanxi.customers.classes.ClassView;
import io.guanxi.customers.facts.AccountFacts;
import io.guanxi.customers.facts.Purchases;
import io.guanxi.customers.lifecycle.StageMoves;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about one account.
 *
 * @param facts     added up from elsewhere
 * @param purchases by currency; empty when nothing was bought
 * @param products  names of the products it bought most, by opaque id; those the caller may not see are left out
 * @param type      its class; empty while it has none
 * @param since     since when it is in the class
 * @param due       by when it is to be heard from; empty for no promise
 * @param why       the move that brought it where it is; empty when it never moved
 * @param stage     stage of its life; empty while it has none
 * @param stageFrom since when; empty when it never left its first one
 * @param stageWhy  the move that brought it into the stage; empty when it never moved
 */
public record Insight(
        AccountFacts facts,
        List<Purchases> purchases,
        Map<String, String> products,
        Optional<ClassView> type,
        Optional<LocalDate> since,
        Optional<LocalDate> due,
        Optional<ClassMoves.Move> why,
        Optional<String> stage,
        Optional<LocalDate> stageFrom,
        Optional<StageMoves.Move> stageWhy) {}
