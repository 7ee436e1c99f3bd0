package io.guanxi.infra.settings;

import io.guanxi.infra.text.Text;

/** Every setting of Guanxi: its environment variable, its default and, in the message bundle, what it means. */
public enum Setting {
    HTTP_PORT("8080"),
    KEYCLOAK_PORT("8180"),
    DB_PORT("13306"),
    SMTP_PORT("3025"),
    IMAP_PORT("3143"),
    HOME("~/.guanxi"),
    DEMO("true"),
    SIGNUP("true"),
    CLOSING_GRACE_DAYS("30"),
    BIND("127.0.0.1"),
    PUBLIC_URL("http://localhost:<GUANXI_HTTP_PORT>"),
    KEYCLOAK_URL("http://localhost:<GUANXI_KEYCLOAK_PORT>"),
    TRUSTED_PROXIES(""),
    SECRET_KEY(""),
    HEAP("1g"),
    DB_MEMORY("512m"),
    DB_URL(""),
    DB_USER("guanxi"),
    DB_PASSWORD(""),
    OIDC_ISSUER(""),
    OIDC_CLIENT_ID("guanxi-web"),
    OIDC_CLIENT_SECRET(""),
    OIDC_ADMIN_CLIENT("guanxi-admin"),
    OIDC_ADMIN_SECRET(""),
    SMTP_URL(""),
    IMAP_URL(""),
    MAIL_FROM("guanxi@localhost.localdomain"),
    FILES_URL(""),
    FILES_ENDPOINT(""),
    FILES_REGION("us-east-1"),
    FILES_ACCESS_KEY(""),
    FILES_SECRET_KEY(""),
    DOCUMENTS_LARGEST("25"),
    DNS(""),
    PRIVATE_ADDRESSES("false"),
    BENCH("false");

    private final String defaultValue;

    Setting(String defaultValue) {
        this.defaultValue = defaultValue;
    }

    /** The environment variable, {@code GUANXI_HTTP_PORT} for example. */
    public String variable() {
        return "GUANXI_" + name();
    }

    /** The value when the variable is absent or empty; a name in angle brackets stands for another setting's value. */
    public String defaultValue() {
        return defaultValue;
    }

    /** One sentence for the table of settings, in the language of the terminal. */
    public String description() {
        return Text.of("setting." + name());
    }
}
