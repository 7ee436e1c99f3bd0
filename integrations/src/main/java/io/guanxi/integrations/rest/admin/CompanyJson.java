package io.guanxi.integrations.rest.admin;

import io.guanxi.kernel.company.AccentColour;
import io.guanxi.kernel.company.Company;
import io.guanxi.kernel.company.CompanyInput;
import io.guanxi.kernel.company.SpecialDay;
import io.guanxi.kernel.company.WorkingWeek;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A company as JSON. */
final class CompanyJson {

    private static final Set<String> MEMBERS =
            Set.of("name", "locale", "zone", "country", "currency", "accent", "holidays", "week", "logo", "version");

    private CompanyJson() {}

    static Map<String, Object> write(Company company) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", company.name());
        members.put("locale", company.locale().toLanguageTag());
        members.put("zone", company.zone().getId());
        members.put("country", company.country());
        members.put("currency", company.currency());
        members.put("accent", company.accent().map(AccentColour::hex).orElse(null));
        members.put("holidays", company.holidays().map(Enum::name).orElse(null));
        members.put("week", week(company.week()));
        members.put("logo", company.logo().orElse(null));
        members.put("version", company.version());
        return members;
    }

    private static Map<String, Object> week(WorkingWeek week) {
        Map<String, Object> days = new LinkedHashMap<>();
        week.hours().forEach((day, hours) -> {
            Map<String, Object> times = new LinkedHashMap<>();
            times.put("from", hours.from().toString());
            times.put("until", hours.until().toString());
            days.put(day.name().toLowerCase(Locale.ROOT), times);
        });
        return days;
    }

    static Map<String, Object> write(SpecialDay day) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("date", day.day().toString());
        members.put("name", day.name());
        members.put("works", day.works());
        members.put("own", day.own());
        return members;
    }

    /** The version that a change is of. */
    static long version(Map<String, Object> given) {
        return new Members(given, MEMBERS).number("version");
    }

    /**
     * @throws io.guanxi.kernel.error.InvalidRecord when a member is unknown or of the wrong kind
     */
    static CompanyInput read(Map<String, Object> given) {
        Members members = new Members(given, MEMBERS);
        Map<DayOfWeek, List<String>> week = new EnumMap<>(DayOfWeek.class);
        if (members.get("week") instanceof Map<?, ?> days) {
            days.forEach((name, times) -> readDay(members, String.valueOf(name), times, week));
        } else {
            members.add("/week", "type.object");
        }
        members.number("version");
        CompanyInput input = new CompanyInput(
                members.text("name"),
                members.text("locale"),
                members.text("zone"),
                members.text("country"),
                members.text("currency"),
                members.text("accent"),
                members.text("holidays"),
                week);
        members.throwIfAny();
        return input;
    }

    private static void readDay(Members members, String name, Object times, Map<DayOfWeek, List<String>> week) {
        Set<String> days = Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
        if (!days.contains(name)) {
            members.add("/week/" + name.replace("~", "~0").replace("/", "~1"), "member.unknown", name);
        } else if (times instanceof Map<?, ?> hours
                && hours.get("from") instanceof String from
                && hours.get("until") instanceof String until) {
            week.put(DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT)), List.of(from, until));
        } else {
            members.add("/week/" + name, "hours.invalid");
        }
    }
}
