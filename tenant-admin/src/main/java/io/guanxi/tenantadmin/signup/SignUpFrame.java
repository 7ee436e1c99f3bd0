package io.guanxi.tenantadmin.signup;

import io.guanxi.tenantadmin.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What stands around the pages of the sign-up: the other language, and the way to log in. */
@Named("signUpFrame")
@RequestScoped
public class SignUpFrame {

    @Inject
    private HttpServletRequest request;

    /** Tag of the language that the page is not in. */
    public String getOtherLanguage() {
        return Texts.locale().getLanguage().equals("zh") ? "en" : "zh-CN";
    }

    /** Address that switches to it and comes back here. */
    public String getOtherLanguageHref() {
        return request.getContextPath() + "/signup/language?to=" + getOtherLanguage() + "&back="
                + URLEncoder.encode(address(), StandardCharsets.UTF_8);
    }

    private String address() {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
