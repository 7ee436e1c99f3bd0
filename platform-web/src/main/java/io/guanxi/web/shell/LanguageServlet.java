package io.guanxi.web.shell;

import io.guanxi.identity.Visitors;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.people.MemberDirectory;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/**
 * Switches the language of this browser and goes back to the page one came from; a link of another site switches nothing.
 * Under the second address for those who have not logged in.
 */
@WebServlet({"/language", "/signup/language"})
public class LanguageServlet extends HttpServlet {

    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    @Inject
    private transient MemberDirectory members;

    @Inject
    private transient Visitors visitors;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale wanted = Locale.forLanguageTag(String.valueOf(request.getParameter("to")));
        if (PersonalSettings.LOCALES.contains(wanted) && !visitors.isFromElsewhere(request)) {
            Cookie choice = new Cookie(PersonalSettings.LANGUAGE, wanted.toLanguageTag());
            choice.setPath("/");
            choice.setMaxAge(YEAR_SECONDS);
            choice.setHttpOnly(true);
            choice.setSecure(request.isSecure());
            choice.setAttribute("SameSite", "Lax");
            response.addCookie(choice);
            CallContext.find()
                    .filter(caller -> caller.kind() == Caller.Kind.PERSON)
                    .ifPresent(caller -> members.speak(wanted));
        }
        response.sendRedirect(safe(request.getParameter("back"), request.getContextPath() + "/app"));
    }

    /** Only addresses on this server: one slash at the start, never two or a backslash. */
    static String safe(String back, String otherwise) {
        boolean local = back != null
                && back.startsWith("/")
                && !back.startsWith("//")
                && back.chars().noneMatch(c -> c == '\\' || c < ' ');
        return local ? back : otherwise;
    }
}
