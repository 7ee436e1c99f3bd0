package io.guanxi.tenantadmin.company;

import io.guanxi.tenantadmin.page.Texts;
import java.time.DayOfWeek;
import java.time.format.TextStyle;

/** The hours of a day of the week in the form; none when the company does not work on it. */
public class DayHours {

    private final DayOfWeek day;
    private String from;
    private String until;

    DayHours(DayOfWeek day, String from, String until) {
        this.day = day;
        this.from = from;
        this.until = until;
    }

    DayOfWeek day() {
        return day;
    }

    boolean isFree() {
        return from == null && until == null;
    }

    public String getLabel() {
        return day.getDisplayName(TextStyle.FULL, Texts.locale());
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }
}
