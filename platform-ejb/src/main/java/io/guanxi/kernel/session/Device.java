package io.guanxi.kernel.session;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody uses, as far as programs say: good enough to know one's own again, and no proof of anything.
 *
 * @param browser name of the browser or program; empty when it is none that is known
 * @param system  name of the operating system; empty when it is none that is known
 */
public record Device(String browser, String system) {

    /** In the order of asking: most browsers call themselves by the names of others too. */
    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        BROWSERS.put("wxwork", "WeCom");
        BROWSERS.put("MicroMessenger", "WeChat");
        BROWSERS.put("Edg", "Edge");
        BROWSERS.put("OPR/", "Opera");
        BROWSERS.put("SamsungBrowser", "Samsung Internet");
        BROWSERS.put("Firefox", "Firefox");
        BROWSERS.put("FxiOS", "Firefox");
        BROWSERS.put("Chrome", "Chrome");
        BROWSERS.put("CriOS", "Chrome");
        BROWSERS.put("Safari", "Safari");
        BROWSERS.put("curl", "curl");
        BROWSERS.put("Java-http-client", "Java");
        BROWSERS.put("python", "Python");
        SYSTEMS.put("iPhone", "iOS");
        SYSTEMS.put("iPad", "iPadOS");
        SYSTEMS.put("HarmonyOS", "HarmonyOS");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS X", "macOS");
        SYSTEMS.put("CrOS", "ChromeOS");
        SYSTEMS.put("Linux", "Linux");
    }

    /**
     * @param agent what the program calls itself in {@code User-Agent}; null for nothing
     */
    public static Device of(String agent) {
        return new Device(first(BROWSERS, agent), first(SYSTEMS, agent));
    }

    private static String first(Map<String, String> names, String agent) {
        return agent == null
                ? ""
                : names.entrySet().stream()
                        .filter(one -> agent.contains(one.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("");
    }
}
