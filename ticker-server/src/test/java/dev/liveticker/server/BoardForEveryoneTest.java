package dev.liveticker.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The board for whoever comes: by keyboard, on a phone, in the dark, in German, with a screen reader. */
@Timeout(180)
class BoardForEveryoneTest {

    private static BoardBrowser browser;
    private static TickerServer server;

    @BeforeAll
    static void open() throws IOException {
        browser = BoardBrowser.open();
        server = TickerServer.start(BoardBrowser.server(0));
    }

    @AfterAll
    static void close() {
        if (server != null) {
            server.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void no_page_complained() {
        assertThat(browser.complaints()).isEmpty();
    }

    private static Page visit(BrowserContext person) {
        Page page = BoardBrowser.visit(person, server, "");
        assertThat(page.locator(":root")).hasAttribute("data-phase", "live");
        assertThat(page.locator("tbody tr .last").first()).hasText(Pattern.compile("\\d"));
        assertThat(page.locator("#plot canvas")).hasAttribute("data-bars", Pattern.compile("\\d+"));
        return page;
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.textContent.trim() || document.activeElement.id");
    }

    @Test
    void everything_can_be_done_by_keyboard() {
        try (BrowserContext person = browser.person()) {
            Page page = visit(person);
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("Skip to the prices");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("market");
            page.keyboard().press("/");
            assertThat(page.locator("#search")).isFocused();
            page.keyboard().type("alphabet");
            Locator options = page.locator("#found [role=option]");
            assertThat(options).hasCount(2);
            assertThat(page.locator("#announce")).hasText("2 found");
            assertThat(page.locator("#search")).hasAttribute("aria-activedescendant", "found-0");
            page.keyboard().press("ArrowDown");
            assertThat(options.nth(1)).hasAttribute("aria-selected", "true");
            page.keyboard().press("Enter");
            assertThat(page.locator("#announce")).hasText(Pattern.compile("GOOGL? added"));
            String added = page.locator("#announce").textContent().split(" ", 2)[0];
            assertThat(page.locator("#chart-title")).hasText(added);
            assertThat(page.locator("tbody tr")).hasCount(11);
            page.locator("tbody tr").last().locator(".choose").focus();
            page.keyboard().press("ArrowUp");
            page.keyboard().press("ArrowDown");
            assertThat(focused(page)).isEqualTo(added);
            page.keyboard().press("Delete");
            assertThat(page.locator("tbody tr")).hasCount(10);
            assertThat(page.locator("#announce")).hasText(added + " removed");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("choose");
            page.keyboard().press("Enter");
            page.locator("#plot").focus();
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("#announce")).containsText("Open");
            String newest = page.locator("#announce").textContent();
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("#announce")).not().hasText(newest);
            Locator last = page.locator("[data-key=last]");
            last.locator("button").focus();
            page.keyboard().press("Enter");
            assertThat(last).hasAttribute("aria-sort", "descending");
            page.locator("summary").focus();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.locator("[name=carrier][value=auto]")).isFocused();
            page.keyboard().press("Escape");
            assertThat(page.locator("summary")).isFocused();
            assertThat(page.locator(".menu")).isHidden();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE"})
    void a_phone_shows_it_without_scrolling_sideways(String locale) {
        try (BrowserContext person = browser.person(phone().setLocale(locale))) {
            Page page = visit(person);
            String tooWide =
                    "() => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right"
                            + " > innerWidth + 0.5 && !e.closest('.skip')).map(e => e.className || e.tagName).join(' ')";
            assertThat(page.evaluate(tooWide)).isEqualTo("");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
            page.locator("summary").tap();
            assertThat(page.locator(".menu")).isVisible();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
            assertThat(page.locator(".scroll").evaluate("e => e.scrollWidth - e.clientWidth"))
                    .isEqualTo(0);
            assertThat(page.locator("#f-bid")).hasText(Pattern.compile("\\d"));
        }
    }

    private static Browser.NewContextOptions phone() {
        return BoardBrowser.options()
                .setViewportSize(360, 740)
                .setDeviceScaleFactor(2)
                .setIsMobile(true)
                .setHasTouch(true);
    }

    @Test
    void it_is_dark_where_the_system_is_and_otherwise_as_chosen_also_after_a_reload() {
        String ground = "getComputedStyle(document.body).backgroundColor";
        try (BrowserContext person = browser.person(BoardBrowser.options().setColorScheme(ColorScheme.DARK))) {
            Page page = visit(person);
            assertThat(page.evaluate(ground)).isEqualTo("rgb(13, 17, 23)");
            page.locator("summary").click();
            page.getByLabel("Light").check();
            assertThat(page.evaluate(ground)).isEqualTo("rgb(243, 245, 248)");
            page.reload();
            assertThat(page.evaluate(ground)).isEqualTo("rgb(243, 245, 248)");
            page.locator("summary").click();
            page.getByLabel("System").check();
            assertThat(page.evaluate(ground)).isEqualTo("rgb(13, 17, 23)");
        }
    }

    @Test
    void it_speaks_german_with_who_does_and_writes_figures_so() {
        try (BrowserContext person = browser.person(BoardBrowser.options().setLocale("de-DE"))) {
            Page page = visit(person);
            assertThat(page.locator("#market-title")).hasText("Beobachtungsliste");
            assertThat(page.locator(":root")).hasAttribute("lang", "de");
            assertThat(page.locator("tr[data-symbol='NVDA'] .last")).hasText(Pattern.compile("\\d+,\\d\\d"));
            page.locator("summary").click();
            page.getByLabel("English").check();
            assertThat(page.locator("#market-title")).hasText("Watchlist");
            assertThat(page.locator("tr[data-symbol='NVDA'] .last")).hasText(Pattern.compile("\\d+\\.\\d\\d"));
        }
    }

    @Test
    void prices_flash_but_not_for_who_wants_less_motion() {
        assertThat(flash(BoardBrowser.options())).matches("fade[01]");
        assertThat(flash(BoardBrowser.options().setReducedMotion(ReducedMotion.REDUCE)))
                .isEqualTo("none");
    }

    /** The animation of a price that changed. */
    private static String flash(Browser.NewContextOptions as) {
        try (BrowserContext person = browser.person(as)) {
            Locator flashed = visit(person).locator("[data-flash]").first();
            flashed.waitFor();
            return (String) flashed.evaluate("e => getComputedStyle(e, '::after').animationName");
        }
    }

    @Test
    void it_says_honestly_what_there_is_not() {
        try (BrowserContext person = browser.person()) {
            person.addInitScript(
                    "if (location.protocol === 'http:') localStorage.setItem('live-ticker.watchlist', '[\"NOPE\"]')");
            Page page = BoardBrowser.visit(person, server, "");
            assertThat(page.locator(".halt")).hasText("not traded here");
            page.locator("#filter").fill("zz");
            assertThat(page.locator("#empty-why")).hasText("None of your symbols matches “zz”.");
            page.locator("#filter").fill("");
            page.locator(".remove").click();
            assertThat(page.locator("#empty-why")).hasText("You watch no symbols yet. Add one above.");
            page.locator("#search").fill("qqqqqq");
            assertThat(page.locator("#found")).hasText("Nothing is called so here");
            page.keyboard().press("Escape");
            page.locator("#restore").click();
            assertThat(page.locator("tbody tr")).hasCount(10);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void what_is_on_it_has_names_and_roles_and_can_be_read(ColorScheme scheme) throws IOException {
        String audit;
        try (InputStream in = BoardForEveryoneTest.class.getResourceAsStream("accessibility-audit.js")) {
            audit = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        try (BrowserContext person =
                browser.person(BoardBrowser.options().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE))) {
            Page page = visit(person);
            page.locator("summary").click();
            page.locator("#search").fill("a");
            assertThat(page.locator("#found [role=option]").first()).isVisible();
            assertThat((List<?>) page.evaluate(audit)).isEmpty();
        }
    }
}
