package io.guanxi.tenantadmin.company;

import io.guanxi.kernel.company.Company;
import io.guanxi.kernel.company.CompanySettings;
import io.guanxi.kernel.company.SpecialDay;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.Regions;
import io.guanxi.tenantadmin.page.Regions.Choice;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The company: what it is called, where it is, how its pages look, when it works. */
@Named("companySettings")
@RequestScoped
public class CompanySettingsPage {

    static final String ADDRESS = "/app/admin/company";

    private static final Set<String> DONE = Set.of("changed", "logo", "day");

    @Inject
    private CompanySettings settings;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private final CompanySettingsForm form = new CompanySettingsForm();

    private Company company;
    private long version;
    private Part logo;
    private String dayDate;
    private String dayName;
    private String dayWorks = "false";

    @PostConstruct
    void openCompany() {
        company = settings.read();
        form.show(company);
        version = company.version();
    }

    public CompanySettingsForm getForm() {
        return form;
    }

    public List<Choice> getCountries() {
        return Regions.in(Texts.locale()).countries();
    }

    public List<Choice> getCurrencies() {
        return Regions.in(Texts.locale()).currencies();
    }

    public List<Choice> getZones() {
        return Regions.in(Texts.locale()).zones(company.zone().getId());
    }

    public boolean isLogoThere() {
        return company.logo().isPresent();
    }

    public String getLogoHref() {
        return request.getContextPath() + "/app/logo?v=" + company.logo().orElse("");
    }

    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? Texts.of("company.done." + done) : "";
    }

    /** The year whose special days are shown. */
    public int getYear() {
        return Optional.ofNullable(request.getParameter("year"))
                .filter(text -> text.matches("20\\d\\d"))
                .map(Integer::valueOf)
                .orElseGet(() -> LocalDate.now(company.zone()).getYear());
    }

    public String yearHref(int year) {
        return request.getContextPath() + ADDRESS + "?year=" + year;
    }

    public List<SpecialDay> getDays() {
        return settings.days(getYear());
    }

    public String date(SpecialDay one) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(Texts.locale())
                .format(one.day());
    }

    public String name(SpecialDay one) {
        return one.own() ? one.name() : Texts.of("holiday." + one.name());
    }

    /** Keeps what stands in the form. */
    public void save() {
        run("changed", () -> settings.change(version, form.input()));
    }

    public void upload() {
        run("logo", () -> settings.putLogo(bytes()));
    }

    public void removeLogo() {
        run("logo", settings::removeLogo);
    }

    public void putDay() {
        run("day", () -> settings.putDay(parsed(), dayName, Boolean.parseBoolean(dayWorks)));
    }

    public void removeDay(String day) {
        run("day", () -> settings.removeDay(LocalDate.parse(day)));
    }

    private void run(String done, Runnable change) {
        errors.submit(ADDRESS + "?done=" + done, change);
    }

    private byte[] bytes() {
        if (logo == null) {
            throw new InvalidRecord(FieldError.of("/logo", "required"));
        }
        try (var in = logo.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocalDate parsed() {
        try {
            return LocalDate.parse(dayDate == null ? "" : dayDate);
        } catch (DateTimeParseException none) {
            throw new InvalidRecord(FieldError.of("/dayDate", "required"));
        }
    }

    /** Of the company when the form was shown. */
    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public Part getLogo() {
        return logo;
    }

    public void setLogo(Part logo) {
        this.logo = logo;
    }

    public String getDayDate() {
        return dayDate;
    }

    public void setDayDate(String dayDate) {
        this.dayDate = dayDate;
    }

    public String getDayName() {
        return dayName;
    }

    public void setDayName(String dayName) {
        this.dayName = dayName;
    }

    public String getDayWorks() {
        return dayWorks;
    }

    public void setDayWorks(String dayWorks) {
        this.dayWorks = dayWorks;
    }
}
