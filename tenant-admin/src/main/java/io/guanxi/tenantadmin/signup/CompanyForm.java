package io.guanxi.tenantadmin.signup;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.tenantadmin.page.Regions;
import io.guanxi.tenantadmin.page.Texts;
import io.guanxi.tenantadmin.provisioning.NewTenant;
import java.util.List;
import java.util.Locale;

/** What the form about a new company holds. */
public class CompanyForm {

    static final int LONGEST_NAME = 200;

    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD = 128;

    private String name;
    private String slug;
    private String ownerName;
    private String password;
    private String locale;
    private String country;
    private String zone;
    private String currency;
    private boolean samples = true;
    private boolean accepted;

    /** Puts in what can be guessed. */
    void propose(List<Locale> languages, String owner) {
        ownerName = owner;
        locale = Texts.locale().toLanguageTag();
        country = Regions.country(languages);
        zone = Regions.zone(country);
        currency = Regions.currency(country);
    }

    NewTenant.Entered entered(String email) {
        return new NewTenant.Entered(name, slug, email, locale, zone, country, currency);
    }

    /** The rules that Keycloak has for passwords, told before it refuses one. */
    void checkPassword(String email, List<FieldError> wrong) {
        int length = password == null ? 0 : password.length();
        if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD || password.equalsIgnoreCase(email)) {
            wrong.add(FieldError.of("/password", "password.weak"));
        }
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public String getOwnerName() {
        return ownerName;
    }

    public void setOwnerName(String ownerName) {
        this.ownerName = ownerName;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getLocale() {
        return locale;
    }

    public void setLocale(String locale) {
        this.locale = locale;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public boolean isSamples() {
        return samples;
    }

    public void setSamples(boolean samples) {
        this.samples = samples;
    }

    public boolean isAccepted() {
        return accepted;
    }

    public void setAccepted(boolean accepted) {
        this.accepted = accepted;
    }
}
