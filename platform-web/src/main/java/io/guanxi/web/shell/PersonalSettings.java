package io.guanxi.web.shell;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a person chose for this browser: language, theme and rail. Kept in cookies, so that it needs no log-in. */
@Named("settings")
@RequestScoped
public class PersonalSettings {

    /** The languages of the product. */
    public static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    static final String LANGUAGE = "guanxi-language";

    @Inject
    private HttpServletRequest request;

    /** The language chosen here, else the caller's, else the one the browser prefers. */
    public Locale locale() {
        return cookie(LANGUAGE)
                .map(Locale::forLanguageTag)
                .or(() -> CallContext.find().map(Caller::locale))
                .map(PersonalSettings::supported)
                .orElseGet(() -> Collections.list(request.getLocales()).stream()
                        .filter(l -> !supported(l).equals(Locale.ENGLISH)
                                || l.getLanguage().equals("en"))
                        .findFirst()
                        .map(PersonalSettings::supported)
                        .orElse(Locale.ENGLISH));
    }

    public ZoneId zone() {
        return CallContext.find().map(Caller::zone).orElse(ZoneOffset.UTC);
    }

    /** BCP 47 tag for {@code lang} attributes. */
    public String getLanguageTag() {
        return locale().toLanguageTag();
    }

    /** {@code light} or {@code dark}; empty follows the system. */
    public String getTheme() {
        return cookie("guanxi-theme")
                .filter(t -> t.equals("light") || t.equals("dark"))
                .orElse("");
    }

    public boolean isRailFolded() {
        return cookie("guanxi-rail").filter("folded"::equals).isPresent();
    }

    private static Locale supported(Locale wanted) {
        return wanted.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    private Optional<String> cookie(String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(c -> c.getName().equals(name))
                        .map(Cookie::getValue)
                        .filter(v -> !v.isBlank())
                        .findFirst();
    }
}
