package io.guanxi.infra.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The settings of one run, read from an environment and checked as a whole before anything starts. */
public final class Settings {

    private static final Pattern MEMORY = Pattern.compile("[1-9][0-9]{0,6}[mg]");
    private static final int KEY_BYTES = 32;

    private final Map<Setting, String> given = new EnumMap<>(Setting.class);

    private Settings(Map<String, String> environment) {
        for (Setting setting : Setting.values()) {
            String value = environment.get(setting.variable());
            if (value != null && !value.isBlank()) {
                given.put(setting, value.strip());
            }
        }
    }

    /**
     * Reads and checks the settings.
     *
     * @throws InvalidSetting for the first value that cannot be used
     */
    public static Settings of(Map<String, String> environment) {
        Settings settings = new Settings(environment);
        settings.check();
        return settings;
    }

    /** The value given, else the default with the names in it resolved; empty when there is neither. */
    public String get(Setting setting) {
        String value = given.get(setting);
        if (value != null) {
            return value;
        }
        return setting.defaultValue()
                .replace("<GUANXI_HTTP_PORT>", given.getOrDefault(Setting.HTTP_PORT, Setting.HTTP_PORT.defaultValue()))
                .replace(
                        "<GUANXI_KEYCLOAK_PORT>",
                        given.getOrDefault(Setting.KEYCLOAK_PORT, Setting.KEYCLOAK_PORT.defaultValue()));
    }

    /** Whether the operator gave this setting a value. */
    public boolean isGiven(Setting setting) {
        return given.containsKey(setting);
    }

    /** A TCP port, 1 to 65535. */
    public int port(Setting setting) {
        return Integer.parseInt(get(setting));
    }

    /** The folder of all state; {@code ~} is the user's home. */
    public Path home() {
        String value = get(Setting.HOME);
        Path userHome = Path.of(System.getProperty("user.home"));
        if (value.equals("~")) {
            return userHome;
        }
        return value.startsWith("~/")
                ? userHome.resolve(value.substring(2))
                : Path.of(value).toAbsolutePath().normalize();
    }

    /** Whether the demonstration tenants and log-ins exist. */
    public boolean demo() {
        return Boolean.parseBoolean(get(Setting.DEMO));
    }

    /** Where browsers find the product, without a slash at the end. */
    public String publicUrl() {
        return withoutSlash(get(Setting.PUBLIC_URL));
    }

    /** Where browsers find the embedded Keycloak, without a slash at the end. */
    public String keycloakUrl() {
        return withoutSlash(get(Setting.KEYCLOAK_URL));
    }

    /** Where this machine reaches the application, whatever the public address is. */
    public String localUrl() {
        return "http://127.0.0.1:" + get(Setting.HTTP_PORT);
    }

    /** The issuer of tokens: the operator's, else the realm of the embedded Keycloak. */
    public String issuer() {
        return isGiven(Setting.OIDC_ISSUER) ? withoutSlash(get(Setting.OIDC_ISSUER)) : keycloakUrl() + "/realms/guanxi";
    }

    /** What was given, by variable name: what a child process is handed on. */
    public Map<String, String> givenVariables() {
        Map<String, String> variables = new TreeMap<>();
        given.forEach((setting, value) -> variables.put(setting.variable(), value));
        return variables;
    }

    private void check() {
        checkPorts();
        checkOneOf(Setting.DEMO, "true", "false");
        checkOneOf(Setting.BENCH, "true", "false");
        checkUrl(Setting.PUBLIC_URL, "http", "https");
        checkUrl(Setting.KEYCLOAK_URL, "http", "https");
        checkUrl(Setting.OIDC_ISSUER, "http", "https");
        checkUrl(Setting.SMTP_URL, "smtp", "smtps");
        checkUrl(Setting.IMAP_URL, "imap", "imaps");
        checkMemory(Setting.HEAP);
        checkMemory(Setting.DB_MEMORY);
        checkSecretKey();
        if (isGiven(Setting.DB_URL) && !get(Setting.DB_URL).startsWith("jdbc:mysql://")) {
            throw new InvalidSetting("invalid.dbUrl", Setting.DB_URL.variable(), shown(Setting.DB_URL));
        }
        checkCompanions(Setting.DB_URL, Setting.DB_USER, Setting.DB_PASSWORD);
        checkCompanions(Setting.OIDC_ISSUER, Setting.OIDC_CLIENT_SECRET, Setting.OIDC_ADMIN_SECRET);
    }

    private void checkPorts() {
        Map<Integer, Setting> taken = new TreeMap<>();
        for (Setting setting : new Setting[] {
            Setting.HTTP_PORT, Setting.KEYCLOAK_PORT, Setting.DB_PORT, Setting.SMTP_PORT, Setting.IMAP_PORT
        }) {
            if (!get(setting).matches("[0-9]{1,5}") || port(setting) < 1 || port(setting) > 65535) {
                throw new InvalidSetting("invalid.port", setting.variable(), get(setting));
            }
            Setting other = taken.put(port(setting), setting);
            if (other != null) {
                throw new InvalidSetting("invalid.samePort", other.variable(), setting.variable(), get(setting));
            }
        }
    }

    private void checkOneOf(Setting setting, String... words) {
        for (String word : words) {
            if (word.equals(get(setting).toLowerCase(Locale.ROOT))) {
                return;
            }
        }
        throw new InvalidSetting("invalid.oneOf", setting.variable(), get(setting), String.join(", ", words));
    }

    private void checkUrl(Setting setting, String... schemes) {
        if (!isGiven(setting)) {
            return;
        }
        if (!hasScheme(get(setting), schemes)) {
            throw new InvalidSetting(
                    "invalid.url", setting.variable(), shown(setting), String.join("://…, ", schemes) + "://…");
        }
    }

    private static boolean hasScheme(String value, String... schemes) {
        try {
            URI uri = new URI(value);
            return uri.getHost() != null && List.of(schemes).contains(uri.getScheme());
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private void checkMemory(Setting setting) {
        if (!MEMORY.matcher(get(setting)).matches()) {
            throw new InvalidSetting("invalid.memory", setting.variable(), get(setting));
        }
    }

    private void checkSecretKey() {
        if (!isGiven(Setting.SECRET_KEY)) {
            return;
        }
        int bytes;
        try {
            bytes = Base64.getDecoder().decode(get(Setting.SECRET_KEY)).length;
        } catch (IllegalArgumentException notBase64) {
            bytes = 0;
        }
        if (bytes < KEY_BYTES) {
            throw new InvalidSetting("invalid.secretKey", Setting.SECRET_KEY.variable(), KEY_BYTES);
        }
    }

    private void checkCompanions(Setting trigger, Setting... companions) {
        for (Setting companion : companions) {
            if (isGiven(trigger) && !isGiven(companion)) {
                throw new InvalidSetting("invalid.companion", trigger.variable(), companion.variable());
            }
        }
    }

    /** An address as it may be shown: what stands before an {@code @} or after a {@code ?} can be a password. */
    private String shown(Setting setting) {
        return get(setting).replaceAll("//[^/]*@", "//***@").replaceAll("\\?.*", "?…");
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
