package dev.liveticker.benchmarks.soak;

import dev.liveticker.benchmarks.scaling.NodeProcess;
import dev.liveticker.benchmarks.scaling.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Lets mishaps happen when they are due, each on a thread of its own; what is done to processes, one at a time. */
final class Mischief {

    private static final long LONGEST_MINUTES = 5;

    private final Cluster cluster;
    private final Crowd crowd;
    private final Chronicle chronicle;
    private final ReentrantLock processes = new ReentrantLock();
    private final Map<String, Integer> counts = new TreeMap<>();

    Mischief(Cluster cluster, Crowd crowd, Chronicle chronicle) {
        this.cluster = cluster;
        this.crowd = crowd;
        this.chronicle = chronicle;
    }

    /** Carries a schedule out, and returns when everything is over and all processes run. */
    void play(Schedule schedule, Duration length) throws IOException {
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Schedule.Appointment appointment : schedule.appointments()) {
                Patience.pass(Duration.ofNanos(begin + appointment.at().toNanos() - System.nanoTime()));
                threads.execute(() -> happen(appointment.mishap()));
            }
            Patience.pass(Duration.ofNanos(begin + length.toNanos() - System.nanoTime()));
            threads.shutdown();
            if (!threads.awaitTermination(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException("a mishap does not come to an end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** How often each kind happened so far. */
    Map<String, Integer> counts() {
        synchronized (counts) {
            return new TreeMap<>(counts);
        }
    }

    private void happen(Mishap mishap) {
        chronicle.note(mishap.toString());
        synchronized (counts) {
            counts.merge(mishap.getClass().getSimpleName(), 1, Integer::sum);
        }
        try {
            switch (mishap) {
                case Mishap.Vanish(List<Integer> clients) ->
                    each(clients, client -> {
                        for (Wire wire : client.wire().stream().toList()) {
                            wire.reset();
                        }
                    });
                case Mishap.Stall(List<Integer> clients, Duration time) ->
                    each(clients, client -> client.wire().ifPresent(wire -> wire.stall(time)));
                case Mishap.HalfClose(int client) ->
                    each(List.of(client), one -> {
                        for (Wire wire : one.wire().stream().toList()) {
                            wire.halfClose();
                        }
                    });
                case Mishap.Babble(int client, long seed) ->
                    each(List.of(client), one -> one.babble(new SplittableRandom(seed)));
                case Mishap.Flood(int client, long seed) ->
                    each(List.of(client), one -> one.flood(new SplittableRandom(seed)));
                case Mishap.Change(List<Integer> clients, long seed) -> {
                    SplittableRandom chance = new SplittableRandom(seed);
                    each(clients, client -> client.change(chance));
                }
                case Mishap.Act(List<Integer> desks, long seed) -> {
                    SplittableRandom chance = new SplittableRandom(seed);
                    desks.forEach(desk -> crowd.desks().get(desk).act(chance));
                }
                case Mishap.CutRelays _ -> crowd.cutRelays();
                case Mishap.Fault(int node, String request) ->
                    cluster.questions(node).beginFault(request);
                case Mishap.Pause _, Mishap.Kill _, Mishap.CutRedis _, Mishap.PauseRedis _, Mishap.RestartRedis _ ->
                    toProcess(mishap);
            }
        } catch (IOException e) {
            // Whatever it was to happen to may be down itself.
            chronicle.note(mishap + " did not come about: " + e);
        } catch (RuntimeException e) {
            chronicle.problem(mishap + " failed: " + e);
        }
    }

    private void toProcess(Mishap mishap) throws IOException {
        processes.lock();
        try {
            switch (mishap) {
                case Mishap.Pause(int node, Duration time) -> {
                    NodeProcess paused = cluster.node(node);
                    paused.pause();
                    Patience.pass(time);
                    paused.wake();
                }
                case Mishap.Kill _ -> cluster.replaceYounger();
                case Mishap.CutRedis _ -> {
                    cluster.redis().killClients("normal");
                    cluster.redis().killClients("pubsub");
                }
                case Mishap.PauseRedis(Duration time) -> {
                    cluster.redis().pause();
                    Patience.pass(time);
                    cluster.redis().wake();
                }
                case Mishap.RestartRedis _ -> cluster.redis().restart();
                default -> throw new IllegalArgumentException("of no process: " + mishap);
            }
        } finally {
            processes.unlock();
        }
    }

    private interface Deed {
        void to(RawClient client) throws IOException;
    }

    private void each(List<Integer> clients, Deed deed) {
        for (int number : clients) {
            RawClient client = crowd.clients().get(number);
            try {
                deed.to(client);
            } catch (IOException e) {
                // It is not connected at the moment, which is as good.
                chronicle.note(client.name() + " is spared: " + e);
            }
        }
    }
}
