package io.guanxi.infra.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Tokens;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where people sit down at a browser. Whoever has logged in once need not do it for every test. */
public final class Desk implements AutoCloseable {

    /** Times in milliseconds that a busy machine may take. */
    private static final double PATIENCE = 20_000;

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    private final RunningSystem system;
    private final Chromium chromium = Chromium.start();
    private final Map<String, String> sessions = new HashMap<>();
    private final List<BrowserContext> windows = new ArrayList<>();

    Desk(RunningSystem system) {
        this.system = system;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    /** An empty window of a browser that nobody has used before. */
    public Page window(String language) {
        return window(options(language));
    }

    /** A window with these settings. */
    public Page window(Browser.NewContextOptions options) {
        BrowserContext context = chromium.browser().newContext(options);
        context.setDefaultTimeout(PATIENCE);
        windows.add(context);
        return context.newPage();
    }

    /** The settings of a window: a language such as {@code en} and the screen of an office. */
    public Browser.NewContextOptions options(String language) {
        return new Browser.NewContextOptions()
                .setBaseURL(system.url())
                .setLocale(language)
                .setTimezoneId("Europe/Berlin")
                .setViewportSize(WIDTH, HEIGHT);
    }

    /** The settings of a window on a small phone. */
    public Browser.NewContextOptions phone(String language) {
        return options(language)
                .setViewportSize(360, 740)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true);
    }

    /** A window in which the person has logged in before, in English for {@code acme} and Chinese for {@code globex}. */
    public Page of(String email) {
        return of(email, options(language(email)));
    }

    /** A window with these settings in which the person has logged in before. */
    public Page of(String email, Browser.NewContextOptions options) {
        String session = sessions.computeIfAbsent(email, this::session);
        return window(options.setStorageState(session));
    }

    /** A window with a session of its own, for what ends the session. */
    public Page anew(String email) {
        return window(options(language(email)).setStorageState(session(email)));
    }

    private String session(String email) {
        Page page = window(language(email));
        page.navigate(email.startsWith("operator") ? "/operator" : "/app");
        logIn(page, email, Tokens.DEMO_PASSWORD);
        page.waitForURL(address -> address.startsWith(system.url() + "/"));
        String state = page.context().storageState();
        page.context().close();
        return state;
    }

    /** Fills in the log-in form that the page shows and sends it. */
    public void logIn(Page page, String email, String password) {
        page.locator("#username").fill(email);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }

    private static String language(String email) {
        return email.contains("globex") ? "zh-CN" : "en";
    }

    void keepPictures(String test) {
        int number = 0;
        for (BrowserContext window : windows) {
            for (Page page : window.pages()) {
                number++;
                System.out.println(test + " stood at " + page.url());
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(pictures("browser-failures").resolve(test + "-" + number + ".png")));
            }
        }
    }

    void closeWindows() {
        windows.forEach(BrowserContext::close);
        windows.clear();
    }

    /** A folder for pictures beneath the build's. */
    static Path pictures(String folder) {
        return RunningSystem.target().resolve(folder);
    }

    @Override
    public void close() {
        chromium.close();
    }
}
