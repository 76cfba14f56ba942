package dev.liveticker.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The board in a real Chromium, on a server with the simulated market: its stream, through all that happens to it. */
@Timeout(180)
class BoardInBrowserTest {

    private static final int TABS = 8;

    private static BoardBrowser browser;
    private static TickerServer server;

    @BeforeAll
    static void open() throws IOException {
        browser = BoardBrowser.open();
        server = TickerServer.start(BoardBrowser.server(0).withFaults(true));
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

    private static void awaitConnections(int count) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(server.subscribers()).isEqualTo(count));
    }

    private static Locator root(Page page) {
        return page.locator(":root");
    }

    private static void awaitLive(Page page, String carrier) {
        assertThat(root(page)).hasAttribute("data-phase", "live");
        assertThat(root(page)).hasAttribute("data-carrier", carrier);
    }

    private static void awaitTrading(Page page) {
        awaitTrading(List.of(page));
    }

    /** Until a price is another than it was on each of them: their stream is alive. */
    private static void awaitTrading(List<Page> pages) {
        List<Locator> prices = pages.stream()
                .map(page -> page.locator("tr[data-symbol='NVDA'] .last"))
                .toList();
        prices.forEach(price -> assertThat(price).hasText(Pattern.compile("\\d+\\.\\d\\d")));
        List<String> before = prices.stream().map(Locator::textContent).toList();
        for (int i = 0; i < prices.size(); i++) {
            assertThat(prices.get(i)).not().hasText(before.get(i));
        }
    }

    private static void choose(Page page, String label) {
        page.getByText("Settings").click();
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).check();
        page.keyboard().press("Escape");
    }

    @Test
    void prices_are_live_over_both_transports_and_the_transport_can_be_changed_while_they_are() {
        try (BrowserContext person = browser.person()) {
            Page page = BoardBrowser.visit(person, server, "");
            awaitLive(page, "websocket");
            assertThat(page.locator("#words")).hasText("Live · WebSocket");
            assertThat(page.locator("#source")).hasText("Simulated");
            assertThat(page.locator("tbody tr")).hasCount(10);
            awaitTrading(page);
            choose(page, "EventSource");
            awaitLive(page, "sse");
            awaitTrading(page);
            awaitConnections(1);
            choose(page, "WebSocket");
            awaitLive(page, "websocket");
            awaitTrading(page);
            page.reload();
            awaitLive(page, "websocket");
            assertThat(page.getByLabel("WebSocket", new Page.GetByLabelOptions().setExact(true)))
                    .isChecked();
            awaitConnections(1);
        }
        awaitConnections(0);
    }

    @Test
    void the_chart_has_candles_that_can_be_read_and_goes_on() {
        try (BrowserContext person = browser.person()) {
            Page page = BoardBrowser.visit(person, server, "");
            Locator canvas = page.locator("#plot canvas");
            assertThat(canvas).hasAttribute("data-bars", Pattern.compile("[2-9]\\d"));
            assertThat(page.locator("#chart-title")).hasText("AAPL");
            page.locator("tr[data-symbol='BTC-USD']").click();
            assertThat(page.locator("#chart-title")).hasText("BTC-USD");
            page.getByLabel("5m", new Page.GetByLabelOptions().setExact(true)).check();
            assertThat(page.locator("#plot")).hasAttribute("aria-label", "Chart of BTC-USD, 5m");
            Locator readout = page.locator("#readout");
            assertThat(readout).containsText("Open");
            String newest = readout.textContent();
            assertThat(readout).not().hasText(newest);
            page.locator("#plot").hover(new Locator.HoverOptions().setPosition(60, 80));
            assertThat(readout).not().containsText(newest.split(" · ", 2)[0]);
            int drawn = (int) canvas.evaluate("c => Math.round(c.width / c.clientWidth * 100)");
            assertThat(drawn).isEqualTo(100);
        }
    }

    @Test
    void a_picture_is_as_sharp_as_the_screen() {
        try (BrowserContext person = browser.person(BoardBrowser.options().setDeviceScaleFactor(3))) {
            Page page = BoardBrowser.visit(person, server, "");
            assertThat(page.locator("#plot canvas")).hasAttribute("data-bars", Pattern.compile("\\d+"));
            assertThat((int) page.locator("#plot canvas").evaluate("c => Math.round(c.width / c.clientWidth)"))
                    .isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "elected"})
    void eight_tabs_share_one_connection_and_go_on_when_the_one_that_held_it_is_closed(String means) {
        try (BrowserContext person = browser.person()) {
            List<Page> tabs = new ArrayList<>();
            for (int i = 0; i < TABS; i++) {
                tabs.add(BoardBrowser.visit(person, server, "?share=" + means));
            }
            for (Page tab : tabs) {
                awaitLive(tab, "websocket");
                assertThat(root(tab)).hasAttribute("data-means", means);
            }
            awaitTrading(tabs);
            awaitConnections(1);
            tabs.removeFirst().close();
            awaitTrading(tabs);
            tabs.forEach(tab -> awaitLive(tab, "websocket"));
            awaitConnections(1);
            // What one adds, all have; and of the event streams there is still one, not eight.
            choose(tabs.getFirst(), "EventSource");
            tabs.forEach(tab -> awaitLive(tab, "sse"));
            awaitTrading(tabs);
            awaitConnections(1);
        }
        awaitConnections(0);
    }

    @Test
    void a_connection_that_is_cut_is_resumed_where_it_was() {
        try (BrowserContext person = browser.person()) {
            List<String> said = new CopyOnWriteArrayList<>();
            List<String> heard = new CopyOnWriteArrayList<>();
            Page page = person.newPage();
            page.onWebSocket(socket -> {
                socket.onFrameSent(frame -> said.add(frame.text()));
                socket.onFrameReceived(frame -> heard.add(frame.text()));
            });
            page.navigate(server.address() + "/?share=alone");
            awaitLive(page, "websocket");
            awaitTrading(page);
            Object fault = page.evaluate(
                    "fetch('/v1/faults', {method: 'POST', headers: {'Content-Type': 'application/json'},"
                            + " body: JSON.stringify({kind: 'drop', seconds: 100, how: 'close'})}).then(a => a.status)");
            assertThat(fault).isEqualTo(200);
            assertThat(root(page)).hasAttribute("data-phase", Pattern.compile("waiting|connecting"));
            Object mended = page.evaluate("fetch('/v1/faults', {method: 'DELETE'}).then(a => a.status)");
            assertThat(mended).isEqualTo(200);
            awaitLive(page, "websocket");
            awaitTrading(page);
            assertThat(said.stream().filter(frame -> frame.contains("\"since\":\"")))
                    .isNotEmpty();
            assertThat(heard.stream().filter(frame -> frame.contains("\"resumed\":true")))
                    .isNotEmpty();
            assertThat(heard.stream().filter(frame -> frame.contains("\"type\":\"gap\"")))
                    .isEmpty();
        }
    }

    @Test
    void a_server_that_is_started_again_is_found_again_and_meanwhile_nothing_looks_live() throws IOException {
        int port = KeptPort.find();
        TickerServer first = TickerServer.start(BoardBrowser.server(port));
        try (BrowserContext person = browser.person()) {
            Page page = BoardBrowser.visit(person, first, "");
            awaitLive(page, "websocket");
            awaitTrading(page);
            first.close();
            assertThat(root(page)).hasAttribute("data-phase", "waiting");
            assertThat(page.locator("#words"))
                    .hasText(Pattern.compile("(The server|The connection).* Again in \\d+ s"));
            assertThat(page.locator("#asof")).hasText(Pattern.compile("As of .*: not live"));
            assertThat(page.locator("#retry")).isVisible();
            TickerServer second = TickerServer.start(BoardBrowser.server(port));
            try {
                if (!"live".equals(root(page).getAttribute("data-phase"))) {
                    // By script: where it has come back by itself meanwhile there is nothing to click on any more.
                    page.locator("#retry").dispatchEvent("click");
                }
                awaitLive(page, "websocket");
                assertThat(page.locator("#asof")).isHidden();
                awaitTrading(page);
            } finally {
                second.close();
            }
        } finally {
            first.close();
        }
    }

    @Test
    void who_is_asked_for_a_token_signs_in_once_for_all_tabs() throws IOException {
        try (GuardedServer guarded = new GuardedServer(true);
                BrowserContext person = browser.person()) {
            TickerServer asking = guarded.server.server;
            Page page = BoardBrowser.visit(person, asking, "");
            assertThat(root(page)).hasAttribute("data-phase", "signin");
            assertThat(page.locator("#signin-why")).hasText("This server asks who you are.");
            page.getByLabel("Token").fill("nonsense");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("That is no token");
            page.getByLabel("Token").fill(guarded.expired("ana"));
            page.keyboard().press("Enter");
            assertThat(page.locator("#signin-why")).hasText("Your token has run out.");
            page.getByLabel("Token").fill(guarded.token("ana"));
            page.keyboard().press("Enter");
            awaitLive(page, "websocket");
            assertThat(page.locator("#signin")).isHidden();
            assertThat(page.locator("tbody tr")).hasCount(4);
            Page other = BoardBrowser.visit(person, asking, "");
            awaitLive(other, "websocket");
            assertThat(other.locator("tbody tr .last").first()).hasText("100.00");
            choose(other, "EventSource");
            awaitLive(page, "sse");
            page.reload();
            awaitLive(page, "sse");
            page.getByText("Settings").click();
            page.getByText("Sign out").click();
            assertThat(root(other)).hasAttribute("data-phase", "signin");
            assertThat(other.locator("#signin-why")).hasText("This server asks who you are.");
            assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
        }
    }
}
