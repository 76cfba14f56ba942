package dev.liveticker.benchmarks.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EventListener;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListenerCensusTest {

    private static final class CountedListener implements EventListener {}

    @Test
    void what_holds_or_is_a_listener_is_counted_and_nothing_else() {
        assertThat(ListenerCensus.count("""
                         num     #instances         #bytes  class name (module)
                        -------------------------------------------------------
                           1:          1000          50000  [B (java.base@25)
                           2:            40           1600  com.sun.javafx.binding.ExpressionHelper$SingleChange (javafx.base@26)
                           3:             7            280  javafx.collections.WeakListChangeListener (javafx.base@26)
                           4:             3             72  javafx.scene.control.TableRow$$Lambda/0x00007f1c2c0d1a58 (javafx.controls@26)
                           5:             2             48  dev.liveticker.desktop.app.MainView$$Lambda/0x00007f1c2c0d1a58
                           6:           900          21600  java.lang.String (java.base@25)
                           7:             5            120  [Ljavafx.beans.InvalidationListener; (javafx.base@26)
                        Total          1957          73720
                        """)).isEqualTo(52);
    }

    @Test
    void live_listeners_of_this_process_are_found() {
        long before = ListenerCensus.take();
        List<EventListener> held = new ArrayList<>();
        IntStream.range(0, 50_000).forEach(i -> held.add(new CountedListener()));

        assertThat(ListenerCensus.take() - before).isGreaterThan(45_000);
        assertThat(held).hasSize(50_000);
    }
}
