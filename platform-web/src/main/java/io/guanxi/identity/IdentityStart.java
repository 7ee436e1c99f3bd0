package io.guanxi.identity;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;

/** Sets up the session cookie. */
@WebListener
public class IdentityStart implements ServletContextListener {

    @Inject
    private IdentitySettings settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setHttpOnly(true);
        cookie.setSecure(settings.overTls());
        // Lax, not Strict: the way back from Keycloak is a navigation from another site.
        cookie.setAttribute("SameSite", "Lax");
    }
}
