package io.guanxi.tenantadmin.security;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.CallOrigin;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.security.SecurityInput;
import io.guanxi.kernel.security.SecurityPolicy;
import io.guanxi.kernel.security.SecuritySettings;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.Pages;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the company asks of those who come in. */
@Named("securityPage")
@RequestScoped
public class SecurityPage {

    static final String ADDRESS = "/app/admin/security";

    private static final int HOUR = 60;
    private static final List<Integer> LENGTHS = List.of(15, 30, 60, 120, 240, 480);
    private static final List<Integer> GRACES = List.of(0, 1, 3, 7, 14, 30);
    private static final List<Integer> RESTS = List.of(5, 10, 15, 30, 60, 120);

    @Inject
    private SecuritySettings settings;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private SecurityPolicy policy;
    private long version;
    private String sessionMinutes;
    private String idleMinutes;
    private String addresses;
    private boolean factor;
    private String factorDays;
    private boolean lockOutMeant;
    private boolean lockOut;

    @PostConstruct
    void openSecurity() {
        policy = settings.read();
        version = policy.version();
        sessionMinutes = minutes(policy.length());
        idleMinutes = minutes(policy.idle());
        factor = policy.factor().isPresent();
        factorDays = policy.factor().map(one -> Integer.toString(one.days())).orElse("7");
        addresses = policy.addresses().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    private static String minutes(Optional<Duration> duration) {
        return duration.map(one -> Long.toString(one.toMinutes())).orElse("");
    }

    public Map<String, String> getLengths() {
        return choices(LENGTHS, policy.length(), Texts.of("security.session.none"));
    }

    public Map<String, String> getRests() {
        return choices(RESTS, policy.idle(), Texts.of("security.idle.none"));
    }

    public Map<String, String> getDays() {
        TreeSet<Integer> all = new TreeSet<>(GRACES);
        policy.factor().ifPresent(one -> all.add(one.days()));
        Map<String, String> choices = new LinkedHashMap<>();
        all.forEach(days -> choices.put(Texts.of("security.days", days), days.toString()));
        return choices;
    }

    /** From when on nobody comes in without a second factor; empty where a password will do. */
    public String getFactorFrom() {
        return policy.factor()
                .map(one -> Texts.of(
                        "security.factor.from",
                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                .withLocale(Texts.locale())
                                .withZone(CallContext.require().zone())
                                .format(one.from())))
                .orElse("");
    }

    /** Usual ones and the present one, by their label. */
    private static Map<String, String> choices(List<Integer> usual, Optional<Duration> present, String none) {
        TreeSet<Integer> all = new TreeSet<>(usual);
        present.ifPresent(one -> all.add((int) one.toMinutes()));
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(none, "");
        all.forEach(minutes -> choices.put(label(minutes), minutes.toString()));
        return choices;
    }

    private static String label(int minutes) {
        return minutes % HOUR == 0 ? Texts.of("security.hours", minutes / HOUR) : Texts.of("security.minutes", minutes);
    }

    /** From where this page was asked for. */
    public String getHere() {
        return Texts.of("security.addresses.here", CallOrigin.current().address());
    }

    public String getDone() {
        return "changed".equals(request.getParameter("done")) ? Texts.of("security.done.changed") : "";
    }

    /** Whether what was sent would shut the sender out, so that it has to be confirmed. */
    public boolean isLockOut() {
        return lockOut;
    }

    /** Keeps what stands in the form. */
    public void save() {
        try {
            settings.change(OptionalLong.of(version), input());
            Pages.goTo(ADDRESS + "?done=changed");
        } catch (InvalidRecord invalid) {
            lockOut = invalid.errors().stream().map(FieldError::code).anyMatch("security.lockOut"::equals);
            errors.add(invalid);
        } catch (DomainException broken) {
            errors.add(broken);
        }
    }

    private SecurityInput input() {
        List<String> lines = addresses == null
                ? List.of()
                : Arrays.stream(addresses.split("[\\s,;]+"))
                        .filter(line -> !line.isEmpty())
                        .toList();
        return new SecurityInput(
                number(sessionMinutes), number(idleMinutes), lines, factor ? number(factorDays) : null, lockOutMeant);
    }

    /** The page offers numbers alone. */
    private static Integer number(String text) {
        return text == null || !text.matches("\\d{1,6}") ? null : Integer.valueOf(text);
    }

    /** Of the settings when the form was shown. */
    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public String getSessionMinutes() {
        return sessionMinutes;
    }

    public void setSessionMinutes(String sessionMinutes) {
        this.sessionMinutes = sessionMinutes;
    }

    public String getIdleMinutes() {
        return idleMinutes;
    }

    public void setIdleMinutes(String idleMinutes) {
        this.idleMinutes = idleMinutes;
    }

    public String getAddresses() {
        return addresses;
    }

    public void setAddresses(String addresses) {
        this.addresses = addresses;
    }

    public boolean isFactor() {
        return factor;
    }

    public void setFactor(boolean factor) {
        this.factor = factor;
    }

    public String getFactorDays() {
        return factorDays;
    }

    public void setFactorDays(String factorDays) {
        this.factorDays = factorDays;
    }

    public boolean isLockOutMeant() {
        return lockOutMeant;
    }

    public void setLockOutMeant(boolean lockOutMeant) {
        this.lockOutMeant = lockOutMeant;
    }
}
