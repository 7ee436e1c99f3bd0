package io.guanxi.tenantadmin.company;

import io.guanxi.kernel.company.AccentColour;
import io.guanxi.kernel.company.Company;
import io.guanxi.kernel.company.CompanyInput;
import io.guanxi.kernel.company.WorkingWeek;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the form about the company holds. */
public class CompanySettingsForm {

    private String name;
    private String locale;
    private String zone;
    private String country;
    private String currency;
    private String accent;
    private String holidays;
    private List<DayHours> week = List.of();

    void show(Company company) {
        name = company.name();
        locale = company.locale().toLanguageTag();
        zone = company.zone().getId();
        country = company.country();
        currency = company.currency();
        accent = company.accent().map(AccentColour::hex).orElse("");
        holidays = company.holidays().map(Enum::name).orElse("");
        week = Arrays.stream(DayOfWeek.values())
                .map(day -> hours(day, company.week()))
                .toList();
    }

    private static DayHours hours(DayOfWeek day, WorkingWeek week) {
        WorkingWeek.Hours hours = week.hours().get(day);
        return hours == null
                ? new DayHours(day, null, null)
                : new DayHours(day, hours.from().toString(), hours.until().toString());
    }

    CompanyInput input() {
        Map<DayOfWeek, List<String>> hours = week.stream()
                .filter(day -> !day.isFree())
                .collect(Collectors.toMap(
                        DayHours::day,
                        day -> List.of(text(day.getFrom()), text(day.getUntil())),
                        (one, other) -> one,
                        () -> new EnumMap<>(DayOfWeek.class)));
        return new CompanyInput(name, locale, zone, country, currency, accent, holidays, hours);
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getLocale() {
        return locale;
    }

    public void setLocale(String locale) {
        this.locale = locale;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public String getAccent() {
        return accent;
    }

    public void setAccent(String accent) {
        this.accent = accent;
    }

    public String getHolidays() {
        return holidays;
    }

    public void setHolidays(String holidays) {
        this.holidays = holidays;
    }

    public List<DayHours> getWeek() {
        return week;
    }
}
