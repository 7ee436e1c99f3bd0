package io.guanxi.infra.stack;

import io.guanxi.infra.settings.Secrets;
import io.guanxi.infra.settings.Secrets.Secret;
import io.guanxi.infra.settings.Setting;
import io.guanxi.infra.settings.Settings;
import java.util.Map;
import java.util.TreeMap;

/** What the application is told by environment: the operator's settings, completed from the embedded parts. */
public final class ApplicationEnvironment {

    private static final String DATABASE_OPTIONS = "sslMode=DISABLED&allowPublicKeyRetrieval=true"
            + "&cachePrepStmts=true&useServerPrepStmts=true&prepStmtCacheSize=500&prepStmtCacheSqlLimit=8192"
            + "&rewriteBatchedStatements=true&connectionTimeZone=UTC&preserveInstants=true&characterEncoding=UTF-8"
            + "&tcpKeepAlive=true&connectTimeout=5000";

    private ApplicationEnvironment() {}

    /** The variables by name; every setting that the application reads has a value. */
    public static Map<String, String> of(Settings settings, Secrets secrets, Home home) {
        Map<String, String> variables = new TreeMap<>();
        put(variables, Setting.HTTP_PORT, settings.get(Setting.HTTP_PORT));
        put(variables, Setting.DEMO, settings.get(Setting.DEMO));
        put(variables, Setting.SIGNUP, settings.get(Setting.SIGNUP));
        put(variables, Setting.MAIL_FROM, settings.get(Setting.MAIL_FROM));
        put(variables, Setting.TRUSTED_PROXIES, settings.get(Setting.TRUSTED_PROXIES));
        put(variables, Setting.DB_URL, databaseUrl(settings));
        put(variables, Setting.DB_USER, settings.get(Setting.DB_USER));
        put(variables, Setting.DB_PASSWORD, secrets.get(Secret.DB_PASSWORD));
        put(variables, Setting.OIDC_CLIENT_ID, settings.get(Setting.OIDC_CLIENT_ID));
        put(variables, Setting.OIDC_CLIENT_SECRET, secrets.get(Secret.WEB_CLIENT_SECRET));
        put(variables, Setting.OIDC_ADMIN_CLIENT, settings.get(Setting.OIDC_ADMIN_CLIENT));
        put(variables, Setting.OIDC_ADMIN_SECRET, secrets.get(Secret.ADMIN_CLIENT_SECRET));
        put(variables, Setting.SMTP_URL, "smtp://127.0.0.1:" + settings.get(Setting.SMTP_PORT));
        put(variables, Setting.IMAP_URL, "imap://127.0.0.1:" + settings.get(Setting.IMAP_PORT));
        put(variables, Setting.SECRET_KEY, secrets.get(Secret.SECRET_KEY));
        variables.putAll(settings.givenVariables());
        put(variables, Setting.PUBLIC_URL, settings.publicUrl());
        put(variables, Setting.KEYCLOAK_URL, settings.keycloakUrl());
        put(variables, Setting.OIDC_ISSUER, settings.issuer());
        put(variables, Setting.HOME, home.folder().toString());
        return variables;
    }

    private static String databaseUrl(Settings settings) {
        return "jdbc:mysql://127.0.0.1:" + settings.get(Setting.DB_PORT) + "/guanxi?" + DATABASE_OPTIONS;
    }

    private static void put(Map<String, String> variables, Setting setting, String value) {
        variables.put(setting.variable(), value);
    }
}
