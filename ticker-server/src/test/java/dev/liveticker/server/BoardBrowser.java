package dev.liveticker.server;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.liveticker.model.Symbol;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real Chromium, moved by Playwright, that writes down what pages complain of. */
final class BoardBrowser implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final int PATIENCE_MILLIS = 60_000;

    /** What browsers log by themselves when a server is away or says no; nothing a page could do about it. */
    private static final List<String> NETWORK = List.of("Failed to load resource", "WebSocket connection to");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private BoardBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Skips the test where there is no Chromium, or no Node to move it with. */
    static BoardBrowser open() {
        String chromium = InstalledProgram.chromium().toString();
        String node = InstalledProgram.find("node").toString();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", node, "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setArgs(FLAGS));
        return new BoardBrowser(playwright, browser);
    }

    /** A person's browser of its own, that knows nothing yet, by default as wide as a desktop's. */
    BrowserContext person(Browser.NewContextOptions options) {
        BrowserContext person = browser.newContext(options);
        person.setDefaultTimeout(PATIENCE_MILLIS);
        person.onConsoleMessage(message -> {
            if (message.type().equals("error") && NETWORK.stream().noneMatch(message.text()::startsWith)) {
                complaints.add(message.text());
            }
        });
        person.onWebError(error -> complaints.add(error.error()));
        person.addInitScript("addEventListener('securitypolicyviolation',"
                + " event => console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI))");
        return person;
    }

    BrowserContext person() {
        return person(options());
    }

    /** A server that trades what the tests look at, and no more: a browser beside it needs the machine. */
    static ServerOptions server(int port) {
        Set<Symbol> symbols = Stream.of(
                        "AAPL",
                        "MSFT",
                        "NVDA",
                        "AMZN",
                        "TSLA",
                        "JPM",
                        "^GSPC",
                        "EURUSD=X",
                        "BTC-USD",
                        "ETH-USD",
                        "GOOG",
                        "GOOGL")
                .map(Symbol::of)
                .collect(Collectors.toSet());
        return new ServerOptions("127.0.0.1", port, 1, symbols, Duration.ofSeconds(1));
    }

    static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setViewportSize(1280, 860).setLocale("en-US");
    }

    static Page visit(BrowserContext person, TickerServer server, String query) {
        Page page = person.newPage();
        page.navigate(server.address() + "/" + query);
        return page;
    }

    /** Errors, violations of the policy, and what broke in scripts, since the last time this was asked. */
    List<String> complaints() {
        List<String> told = List.copyOf(complaints);
        complaints.clear();
        return told;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
