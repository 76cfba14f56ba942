package dev.liveticker.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes the pictures of the board in docs/images, of a server that runs the simulated market. */
final class BoardPictures {

    private BoardPictures() {}

    /** @param args the directory to put them in */
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        try (BoardBrowser browser = BoardBrowser.open();
                TickerServer server =
                        TickerServer.start(new ServerOptions("127.0.0.1", 0, 7, Set.of(), Duration.ofSeconds(5)))) {
            Browser.NewContextOptions wide = new Browser.NewContextOptions()
                    .setViewportSize(1440, 810)
                    .setLocale("en-US")
                    .setTimezoneId("America/New_York");
            take(browser, server, wide.setColorScheme(ColorScheme.LIGHT), directory.resolve("board-light.png"));
            take(browser, server, wide.setColorScheme(ColorScheme.DARK), directory.resolve("board-dark.png"));
            take(
                    browser,
                    server,
                    wide.setColorScheme(ColorScheme.LIGHT)
                            .setViewportSize(360, 740)
                            .setDeviceScaleFactor(2)
                            .setIsMobile(true)
                            .setHasTouch(true),
                    directory.resolve("board-phone.png"));
        }
    }

    private static void take(BoardBrowser browser, TickerServer server, Browser.NewContextOptions as, Path file) {
        try (BrowserContext person = browser.person(as)) {
            Page page = BoardBrowser.visit(person, server, "");
            assertThat(page.locator(":root")).hasAttribute("data-phase", "live");
            assertThat(page.locator("tbody path[d^=M]")).hasCount(10);
            page.getByLabel("5m", new Page.GetByLabelOptions().setExact(true)).check();
            assertThat(page.locator("#plot canvas")).hasAttribute("data-bars", Pattern.compile("\\d\\d+"));
            page.mouse().move(5, 5);
            page.evaluate("scrollTo(0, 0)");
            page.screenshot(new Page.ScreenshotOptions().setPath(file));
        }
    }
}
