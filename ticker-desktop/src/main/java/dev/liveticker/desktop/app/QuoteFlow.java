package dev.liveticker.desktop.app;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.desktop.connection.ConnectionViewModel;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * The last stage of a quote's way: out of the book, where the feed's thread has put the newest of each symbol, into the
 * view models, whose cells and charts show it. It happens in pulses, so that a burst between two of them costs no more
 * than one quote. What else the server says is fetched likewise. Belongs to the FX thread.
 */
final class QuoteFlow {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Intake intake;
    private final Features features;
    private final Pace pace = new Pace();
    private long secondAt;
    private boolean pulsed;
    private boolean live;

    QuoteFlow(Intake intake, Features features) {
        this.intake = intake;
        this.features = features;
    }

    /** Brings the view models up to date. Called once a pulse. */
    void pulse(long nowNanos) {
        features.watchlist().pulse(nowNanos);
        features.charts().pulse();
        if (pace.isDue(nowNanos)) {
            flush(nowNanos);
        }
        if (!pulsed || nowNanos - secondAt >= SECOND) {
            secondAt = nowNanos;
            features.watchlist().second(nowNanos);
            features.trends().second(nowNanos);
            features.instruments().second(nowNanos);
            features.trades().second(nowNanos);
            features.portfolio().second();
            features.updates().second();
        }
        pulsed = true;
    }

    /** Forgets what the server before has said: it must not stand there as if it were this one's. */
    void forget() {
        intake.book().retain(Set.of());
        features.watchlist().forget();
        features.trends().forget();
        features.quoteLines().forget();
        features.connection().forgetMarket();
        features.outage().forget();
        features.portfolio().forget();
        features.instruments().load();
        features.trades().reset();
        features.charts().reset();
    }

    private void flush(long nowNanos) {
        features.connection().pulse(nowNanos);
        features.trust().pulse();
        features.outage().pulse();
        boolean isLive = features.connection().light().get() == ConnectionViewModel.Light.LIVE;
        if (isLive != live) {
            live = isLive;
            tellWhetherLive(nowNanos);
        }
        intake.inbox().drainAnswers().forEach(this::hear);
        Map<Symbol, QuoteBook.Entry> changed = intake.book().drain();
        if (!changed.isEmpty()) {
            pace.priced();
            features.updates().priced();
        }
        features.watchlist().show(changed, nowNanos);
        features.portfolio().show(changed);
        features.alerts().pulse(nowNanos);
        features.trades().pulse(nowNanos);
        features.quoteLines().show(changed);
        features.charts().show(changed);
    }

    /** The one place that all who want to know it hear it from. */
    private void tellWhetherLive(long nowNanos) {
        if (live) {
            features.instruments().load();
        }
        features.trends().live(live);
        features.watchlist().live(live);
        features.watchlist().second(nowNanos);
        features.alerts().live(live);
        features.trades().live(live);
        features.quoteLines().live(live);
        features.portfolio().live(live);
        features.charts().live(live);
    }

    private void hear(ServerMessage answer) {
        if (answer instanceof Welcome welcome) {
            features.connection().market(welcome.simulated(), welcome.source());
            features.outage().connected();
        } else if (answer instanceof Subscribed subscribed && subscribed.channel() == Channel.QUOTES) {
            features.watchlist().offer(subscribed.symbols());
            for (Subscribed.Rejection rejection : subscribed.rejected()) {
                features.watchlist().reject(rejection.symbol(), rejection.code());
                features.portfolio().reject(rejection.symbol());
            }
        }
    }
}
