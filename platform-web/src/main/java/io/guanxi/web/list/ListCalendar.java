package io.guanxi.web.list;

import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.Filter;
import io.guanxi.kernel.query.Operator;
import io.guanxi.kernel.query.RecordPage;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.web.edit.CellEdit;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.PersonalSettings;
import io.guanxi.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A list as the days of a month or a week, with the records of each day; one statement for all of them. */
@Named("calendar")
@RequestScoped
public class ListCalendar {

    private static final int DAYS_OF_WEEK = 7;

    @Inject
    private Here here;

    @Inject
    private RecordList list;

    @Inject
    private RecordService records;

    @Inject
    private PersonalSettings settings;

    @Inject
    private FieldValues values;

    @Inject
    private Texts texts;

    private List<Day> days;
    private boolean cut;

    /**
     * A day and its records.
     *
     * @param outside belongs to the month before or after
     */
    public record Day(String date, String label, String number, boolean outside, boolean today, List<Entry> entries) {}

    /**
     * A record on a day.
     *
     * @param time of the day, which moving it keeps, such as {@code 14:30}; empty for dates
     */
    public record Entry(String id, long version, String title, String href, String time, String colour) {}

    public List<Day> getDays() {
        if (days == null) {
            days = read();
        }
        return days;
    }

    private List<Day> read() {
        LocalDate on = on();
        boolean isWeek = isWeek();
        LocalDate from = (isWeek ? on : on.withDayOfMonth(1)).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate end = isWeek
                ? from.plusWeeks(1)
                : on.with(TemporalAdjusters.lastDayOfMonth())
                        .with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))
                        .plusDays(1);
        Map<LocalDate, List<Entry>> entries = entries(from, end);
        LocalDate today = LocalDate.now(settings.zone());
        List<Day> read = new ArrayList<>();
        for (LocalDate day = from; day.isBefore(end); day = day.plusDays(1)) {
            read.add(new Day(
                    day.toString(),
                    values.formats().date(day),
                    String.valueOf(day.getDayOfMonth()),
                    !isWeek && day.getMonth() != on.getMonth(),
                    day.equals(today),
                    entries.getOrDefault(day, List.of())));
        }
        return read;
    }

    private Map<LocalDate, List<Entry>> entries(LocalDate from, LocalDate end) {
        ObjectDescriptor object = here.object();
        FieldDescriptor field = field();
        Filter within = Filter.all(
                Filter.compare(field.name(), Operator.GREATER_OR_EQUAL, from.toString()),
                Filter.compare(field.name(), Operator.LESS, end.toString()));
        RecordQuery query = list.whole();
        RecordPage page = records.list(
                object.name(),
                query.filter(query.filter() == null ? within : Filter.all(query.filter(), within))
                        .sort(List.of())
                        .limit(RecordQuery.MAX_LIMIT)
                        .fields(Set.of(object.titleField(), field.name())));
        cut = page.next().isPresent();
        Map<String, String> colours = list.colours(page.items());
        Map<LocalDate, List<Entry>> entries = new HashMap<>();
        for (RecordView record : page.items()) {
            String value = record.text(field.name());
            ZonedDateTime moment =
                    field.type() == FieldType.INSTANT ? Instant.parse(value).atZone(settings.zone()) : null;
            LocalDate day = moment == null ? LocalDate.parse(value) : moment.toLocalDate();
            String title = record.text(object.titleField());
            entries.computeIfAbsent(day, none -> new ArrayList<>())
                    .add(new Entry(
                            record.id(),
                            record.version(),
                            title.isEmpty() ? texts.of("record.untitled") : title,
                            here.href(object.path() + "/" + record.id()),
                            moment == null
                                    ? ""
                                    : moment.toLocalTime()
                                            .withSecond(0)
                                            .withNano(0)
                                            .toString(),
                            colours.getOrDefault(record.id(), "")));
        }
        return entries;
    }

    private FieldDescriptor field() {
        return here.object().require(list.settings().formField());
    }

    /** The field whose day moving a record changes; empty when records cannot be moved. */
    public String getMoves() {
        return list.isEditable() && CellEdit.fits(field()) ? field().name() : "";
    }

    private LocalDate on() {
        try {
            return list.getAddress().get("on").map(LocalDate::parse).orElseGet(() -> LocalDate.now(settings.zone()));
        } catch (DateTimeException e) {
            throw new InvalidQuery(
                    "invalidValue", "on", list.getAddress().get("on").orElse(""));
        }
    }

    public boolean isWeek() {
        return list.getAddress().get("span").filter("week"::equals).isPresent();
    }

    public String getTitle() {
        return values.formats().month(YearMonth.from(on()));
    }

    /** Short names of the days, from Monday. */
    public List<String> getDayNames() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.SHORT, texts.locale()))
                .toList();
    }

    public String getBeforeHref() {
        return at(isWeek() ? on().minusDays(DAYS_OF_WEEK) : on().minusMonths(1));
    }

    public String getAfterHref() {
        return at(isWeek() ? on().plusDays(DAYS_OF_WEEK) : on().plusMonths(1));
    }

    public String getTodayHref() {
        return list.getAddress().without("on").href();
    }

    public String getSpanHref() {
        return isWeek()
                ? list.getAddress().without("span").href()
                : list.getAddress().with("span", "week").href();
    }

    private String at(LocalDate day) {
        return list.getAddress().with("on", day.toString()).href();
    }

    /** There are more records than a page of the calendar shows. */
    public boolean isCut() {
        getDays();
        return cut;
    }
}
