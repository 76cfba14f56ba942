package dev.liveticker.desktop.app;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.desktop.chart.BarInboxes;
import java.util.function.LongSupplier;

/**
 * Where everything comes in: the way to the server, and where the feed's thread puts down what it says until the FX
 * thread fetches it. What concerns one feature alone goes to an inbox of that feature, which is added to the common
 * one.
 *
 * @param book the newest of each symbol
 * @param bars an inbox for each chart
 */
record Intake(ServerLink link, Inbox inbox, QuoteBook book, BarInboxes bars) {

    /** @param nanoClock monotonic nanoseconds */
    static Intake of(Backend backend, LongSupplier nanoClock) {
        QuoteBook book = new QuoteBook(nanoClock);
        BarInboxes bars = new BarInboxes();
        Inbox inbox = new Inbox(book, bars);
        return new Intake(new ServerLink(backend, inbox), inbox, book, bars);
    }
}
