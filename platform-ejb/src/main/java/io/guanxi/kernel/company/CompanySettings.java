package io.guanxi.kernel.company;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.digest.Sha256;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.StaleRecord;
import io.guanxi.kernel.people.PeopleChanged;
import io.guanxi.kernel.record.TextRules;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The caller's company: everybody in it may read, its admins change. Changes are seen with the next page. */
@Stateless
public class CompanySettings {

    private static final int LONGEST_DAY_NAME = 120;

    private static final String LOGO = "logo";

    @Inject
    private AuditTrail trail;

    @Inject
    private SqlGateway sql;

    @Inject
    private Tenants tenants;

    @Inject
    private AccessPolicy policy;

    @Inject
    private Event<CompanyChanged> changes;

    @Inject
    private Event<PeopleChanged> peopleChanges;

    private record Profile(String accent, String logo, String week, String holidays, long version) {

        static Profile read(ResultSet row) throws SQLException {
            return new Profile(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5));
        }
    }

    /** The company as it is now. */
    public Company read() {
        Tenant tenant = tenants.find(CallContext.require().tenantId()).orElseThrow();
        Profile profile = profile()
                .orElseGet(() -> new Profile(
                        null,
                        null,
                        WorkingWeek.DEFAULT.write(),
                        HolidaySet.of(tenant.country()).map(Enum::name).orElse(null),
                        0));
        return new Company(
                tenant.name(),
                tenant.locale(),
                tenant.zone(),
                tenant.country(),
                tenant.currency(),
                Optional.ofNullable(profile.accent()).flatMap(AccentColour::parse),
                Optional.ofNullable(profile.logo()),
                WorkingWeek.read(profile.week()),
                Optional.ofNullable(profile.holidays()).flatMap(HolidaySet::of),
                profile.version());
    }

    /**
     * Changes all but logo and special days. Needs {@link Feature#ADMINISTER}.
     *
     * @param version of the company when it was read
     * @throws InvalidRecord with everything that is wrong
     * @throws StaleRecord   when somebody else changed it since
     */
    public void change(long version, CompanyInput input) {
        policy.require(Feature.ADMINISTER);
        ensureProfile();
        Company before = read();
        if (before.version() != version) {
            throw new StaleRecord(before.version());
        }
        Company wanted = input.checked(before);
        int changed = sql.change(
                "UPDATE company_profile SET accent = ?, week = ?, holiday_set = ?, version = ?"
                        + " WHERE version = ? AND tenant_id = ?",
                wanted.accent().map(AccentColour::hex).orElse(null),
                wanted.week().write(),
                wanted.holidays().map(Enum::name).orElse(null),
                wanted.version(),
                version);
        if (changed == 0) {
            throw new StaleRecord(version + 1);
        }
        Tenant tenant = tenants.find(CallContext.require().tenantId()).orElseThrow();
        tenants.change(new Tenant(
                tenant.id(),
                tenant.slug(),
                wanted.name(),
                wanted.locale(),
                wanted.zone(),
                wanted.country(),
                wanted.currency(),
                tenant.status()));
        trail.changed(AuditArea.TENANT, "company", wanted.name(), before, wanted);
        peopleChanges.fire(new PeopleChanged(tenant.id()));
        tellOfChange();
    }

    /**
     * Puts a picture in the place of the product's mark. Needs {@link Feature#ADMINISTER}.
     *
     * @throws InvalidRecord when it is no PNG or JPEG of at most 256 KB
     */
    public void putLogo(byte[] content) {
        policy.require(Feature.ADMINISTER);
        Logo logo = Logo.of(content);
        ensureProfile();
        sql.update("DELETE FROM company_logo WHERE tenant_id = ?");
        sql.update(
                "INSERT INTO company_logo (tenant_id, media_type, content) VALUES (?, ?, ?)",
                logo.mediaType(),
                logo.content());
        Map<String, Object> before = Map.of(LOGO, read().logo());
        sql.change("UPDATE company_profile SET logo = ? WHERE tenant_id = ?", Sha256.hex(logo.content()));
        trail.changed(AuditArea.TENANT, LOGO, "", before, Map.of(LOGO, Sha256.hex(logo.content())));
        tellOfChange();
    }

    /** The product's own mark stands there again. Needs {@link Feature#ADMINISTER}. */
    public void removeLogo() {
        policy.require(Feature.ADMINISTER);
        sql.update("DELETE FROM company_logo WHERE tenant_id = ?");
        trail.changed(AuditArea.TENANT, LOGO, "", Map.of(LOGO, read().logo()), Map.of());
        sql.update("UPDATE company_profile SET logo = NULL WHERE tenant_id = ?");
        tellOfChange();
    }

    /** The company's picture; empty when it has none. */
    public Optional<Logo> logo() {
        return sql
                .query(
                        "SELECT media_type, content FROM company_logo WHERE tenant_id = ?",
                        row -> new Logo(row.getString(1), row.getBytes(2)))
                .stream()
                .findFirst();
    }

    /** The special days of a year, shipped holidays and the company's own; what it entered itself counts. */
    public List<SpecialDay> days(int year) {
        Map<LocalDate, SpecialDay> days = new TreeMap<>();
        read().holidays()
                .ifPresent(set ->
                        set.in(year).forEach((day, name) -> days.put(day, new SpecialDay(day, name, false, false))));
        sql.query(
                        "SELECT on_day, name, works FROM company_day WHERE tenant_id = ? AND on_day BETWEEN ? AND ?",
                        row -> new SpecialDay(
                                LocalDate.parse(row.getString(1)), row.getString(2), row.getBoolean(3), true),
                        LocalDate.of(year, 1, 1).toString(),
                        LocalDate.of(year, 12, 31).toString())
                .forEach(day -> days.put(day.day(), day));
        return List.copyOf(days.values());
    }

    /**
     * Enters a special day, or changes it. Needs {@link Feature#ADMINISTER}.
     *
     * @param works whether the company works on that day
     */
    public void putDay(LocalDate day, String name, boolean works) {
        policy.require(Feature.ADMINISTER);
        String normal = name == null ? null : TextRules.normalise(name);
        if (normal == null) {
            throw new InvalidRecord(FieldError.of("/name", "required"));
        }
        if (TextRules.hasForbidden(normal, false)) {
            throw new InvalidRecord(FieldError.of("/name", "text.forbidden"));
        }
        if (normal.length() > LONGEST_DAY_NAME) {
            throw new InvalidRecord(FieldError.of("/name", "text.tooLong", LONGEST_DAY_NAME));
        }
        removeDay(day);
        sql.update(
                "INSERT INTO company_day (tenant_id, on_day, name, works) VALUES (?, ?, ?, ?)",
                day.toString(),
                normal,
                works);
        trail.created(AuditArea.TENANT, day.toString(), normal, Map.of("works", works));
    }

    /** The day is as any other, or a shipped holiday again. Needs {@link Feature#ADMINISTER}. */
    public void removeDay(LocalDate day) {
        policy.require(Feature.ADMINISTER);
        if (sql.update("DELETE FROM company_day WHERE tenant_id = ? AND on_day = ?", day.toString()) > 0) {
            trail.removed(AuditArea.TENANT, day.toString(), "", Map.of());
        }
        tellOfChange();
    }

    private Optional<Profile> profile() {
        return sql
                .query(
                        "SELECT accent, logo, week, holiday_set, version FROM company_profile" + " WHERE tenant_id = ?",
                        Profile::read)
                .stream()
                .findFirst();
    }

    private void ensureProfile() {
        Company now = read();
        sql.update(
                "INSERT INTO company_profile (tenant_id, week, holiday_set, version) VALUES (?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE version = version",
                now.week().write(),
                now.holidays().map(Enum::name).orElse(null),
                0L);
    }

    private void tellOfChange() {
        changes.fire(new CompanyChanged(CallContext.require().tenantId()));
    }
}
