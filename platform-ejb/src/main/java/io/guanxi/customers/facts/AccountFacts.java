package io.guanxi.customers.facts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about one account from elsewhere.
 *
 * @param orders          orders ever, without drafts, cancelled and returned ones
 * @param yearOrders      those of the last twelve months
 * @param yearSpend       their totals, goods and freight, as far as they are in the tenant's own currency
 * @param totalSpend      the same over all time
 * @param firstOrder      day of the first order; empty when there is none
 * @param lastOrder       day of the last one
 * @param contacts        people known there
 * @param lastInteraction last purchase, note, or change that a person made to the account; when it was made, if there was
 *     none of them
 * @param spendTop        share of the buyers of the last twelve months that spent more, 0–100; empty for who bought nothing
 * @param rfm             three digits 1–5 for recency, frequency and money; empty for who bought nothing
 * @param habits          what it buys, and when
 * @param countedAt       when all this was added up
 */
public record AccountFacts(
        long account,
        Instant createdAt,
        int orders,
        int yearOrders,
        BigDecimal yearSpend,
        BigDecimal totalSpend,
        Optional<LocalDate> firstOrder,
        Optional<LocalDate> lastOrder,
        int contacts,
        Instant lastInteraction,
        Optional<BigDecimal> spendTop,
        Optional<String> rfm,
        Habits habits,
        Instant countedAt) {

    /**
     * External forms for rules and for the memory of why, by the names in {@link FactFields}; what is absent is left out.
     *
     * @param stageSince external form of the day the account came into its stage; null when it never left its first one
     */
    public Map<String, Object> values(Instant now, ZoneId zone, Object stageSince) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(FactFields.ORDERS, (long) orders);
        values.put(FactFields.YEAR_ORDERS, (long) yearOrders);
        values.put(FactFields.YEAR_SPEND, yearSpend.stripTrailingZeros());
        spendTop.ifPresent(share -> values.put(FactFields.SPEND_TOP, share.stripTrailingZeros()));
        firstOrder.ifPresent(day -> values.put(FactFields.FIRST_ORDER, day.toString()));
        lastOrder.ifPresent(day -> {
            values.put(FactFields.LAST_ORDER, day.toString());
            values.put(FactFields.PURCHASE_DAYS, ChronoUnit.DAYS.between(day, today));
        });
        values.put(FactFields.INTERACTION_DAYS, days(lastInteraction, today, zone));
        values.put(FactFields.AGE_DAYS, days(createdAt, today, zone));
        values.put(FactFields.CONTACTS, (long) contacts);
        values.put(
                FactFields.STAGE_DAYS,
                stageSince == null
                        ? days(createdAt, today, zone)
                        : ChronoUnit.DAYS.between(LocalDate.parse(stageSince.toString()), today));
        return values;
    }

    private static long days(Instant from, LocalDate today, ZoneId zone) {
        return ChronoUnit.DAYS.between(from.atZone(zone).toLocalDate(), today);
    }
}
