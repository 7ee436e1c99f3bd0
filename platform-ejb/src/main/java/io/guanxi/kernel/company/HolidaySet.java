package io.guanxi.kernel.company;

import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holidays that the law gives to everybody in a country, worked out from its rules. What a government moves from year to
 * year, such as working days before long holidays in China, a company enters itself.
 */
public enum HolidaySet {
    /** Regulation on public holidays of the State Council, as amended for 2025. */
    CN {
        @Override
        void addTo(Map<LocalDate, String> days, int year) {
            days.put(LocalDate.of(year, 1, 1), "newYear");
            LocalDate spring = lunar(year, 1, 1);
            for (int day = -1; day < 3; day++) {
                days.put(spring.plusDays(day), "springFestival");
            }
            days.put(qingming(year), "qingming");
            days.put(LocalDate.of(year, 5, 1), "labourDay");
            days.put(LocalDate.of(year, 5, 2), "labourDay");
            days.put(lunar(year, 5, 5), "dragonBoat");
            LocalDate moon = lunar(year, 8, 15);
            for (int day = 1; day <= 3; day++) {
                days.put(LocalDate.of(year, 10, day), "nationalDay");
            }
            days.putIfAbsent(moon, "midAutumn");
        }
    },
    /** Title 5 of the United States Code, section 6103; on a weekend, the working day beside it is free. */
    US {
        @Override
        void addTo(Map<LocalDate, String> days, int year) {
            days.put(observed(LocalDate.of(year, 1, 1)), "newYear");
            days.put(nth(year, Month.JANUARY, 3, DayOfWeek.MONDAY), "kingDay");
            days.put(nth(year, Month.FEBRUARY, 3, DayOfWeek.MONDAY), "washingtonDay");
            days.put(nth(year, Month.MAY, -1, DayOfWeek.MONDAY), "memorialDay");
            days.put(observed(LocalDate.of(year, 6, 19)), "juneteenth");
            days.put(observed(LocalDate.of(year, 7, 4)), "independenceDay");
            days.put(nth(year, Month.SEPTEMBER, 1, DayOfWeek.MONDAY), "labourDay");
            days.put(nth(year, Month.OCTOBER, 2, DayOfWeek.MONDAY), "columbusDay");
            days.put(observed(LocalDate.of(year, 11, 11)), "veteransDay");
            days.put(nth(year, Month.NOVEMBER, 4, DayOfWeek.THURSDAY), "thanksgiving");
            days.put(observed(LocalDate.of(year, 12, 25)), "christmas");
            LocalDate next = observed(LocalDate.of(year + 1, 1, 1));
            if (next.getYear() == year) {
                days.put(next, "newYear");
            }
        }
    };

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    abstract void addTo(Map<LocalDate, String> days, int year);

    /** The set of that country, if there is one. */
    public static Optional<HolidaySet> of(String code) {
        return Arrays.stream(values()).filter(set -> set.name().equals(code)).findFirst();
    }

    /** The holidays in a year, with the keys of their names. */
    public Map<LocalDate, String> in(int year) {
        Map<LocalDate, String> days = new TreeMap<>();
        addTo(days, year);
        days.keySet().removeIf(day -> day.getYear() != year);
        return days;
    }

    private static LocalDate observed(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    /** The last one for -1. */
    private static LocalDate nth(int year, Month month, int number, DayOfWeek weekday) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(number, weekday));
    }

    /** The day of ours that has this month and day in the Chinese calendar; leap months have no holidays. */
    private static LocalDate lunar(int year, int month, int day) {
        ChineseCalendar calendar = new ChineseCalendar(TimeZone.getTimeZone(BEIJING.getId()));
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> {
                    calendar.setTimeInMillis(date.atTime(LocalTime.NOON)
                            .atZone(BEIJING)
                            .toInstant()
                            .toEpochMilli());
                    return calendar.get(ChineseCalendar.MONTH) == month - 1
                            && calendar.get(ChineseCalendar.DAY_OF_MONTH) == day
                            && calendar.get(ChineseCalendar.IS_LEAP_MONTH) == 0;
                })
                .findFirst()
                .orElseThrow();
    }

    /** The sun at 15 degrees: the usual formula of Shou Xing for the years 2000 to 2099. */
    private static LocalDate qingming(int year) {
        int of = year % 100;
        return LocalDate.of(year, 4, (int) (of * 0.2422 + 4.81) - of / 4);
    }
}
