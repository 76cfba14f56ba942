package dev.liveticker.benchmarks.soak;

import java.time.Duration;
import java.util.List;

/** Something that happens to clients, nodes or their Redis. Which client is meant by its number among all. */
sealed interface Mishap {

    /** Clients are gone without a word (RST), and come again. */
    record Vanish(List<Integer> clients) implements Mishap {

        public Vanish {
            clients = List.copyOf(clients);
        }
    }

    /** Clients read nothing for a while; too long for some, who are ended as too slow. */
    record Stall(List<Integer> clients, Duration time) implements Mishap {

        public Stall {
            clients = List.copyOf(clients);
        }
    }

    /** A client says that it will say no more (FIN), and listens on. */
    record HalfClose(int client) implements Mishap {}

    /** A client sends what no protocol allows. */
    record Babble(int client, long seed) implements Mishap {}

    /** A client says far more than it may. */
    record Flood(int client, long seed) implements Mishap {}

    /** Clients want other symbols. */
    record Change(List<Integer> clients, long seed) implements Mishap {

        public Change {
            clients = List.copyOf(clients);
        }
    }

    /** The desktops' users do something. */
    record Act(List<Integer> desks, long seed) implements Mishap {

        public Act {
            desks = List.copyOf(desks);
        }
    }

    /** The load balancers before the desktops drop all their connections. */
    record CutRelays() implements Mishap {}

    /** A node does what it does wrong on request: see docs/faults.md. */
    record Fault(int node, String request) implements Mishap {}

    /** A node stands still (SIGSTOP); longer than its lease lasts, if it leads, and another takes over. */
    record Pause(int node, Duration time) implements Mishap {}

    /** The younger node is killed (SIGKILL) and started again; the other lives on, to be watched for leaks. */
    record Kill() implements Mishap {}

    /** Redis closes every connection of the nodes. */
    record CutRedis() implements Mishap {}

    /** Redis stands still (SIGSTOP). */
    record PauseRedis(Duration time) implements Mishap {}

    /** Redis is killed and started again, with nothing in it. */
    record RestartRedis() implements Mishap {}
}
