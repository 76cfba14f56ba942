package dev.liveticker.server;

import dev.liveticker.server.cluster.Cluster;
import dev.liveticker.server.cluster.Entry;
import dev.liveticker.server.cluster.FencedException;
import dev.liveticker.server.cluster.Journal;
import dev.liveticker.server.cluster.Peers;
import dev.liveticker.server.cluster.Replica;
import dev.liveticker.server.cluster.Standing;
import dev.liveticker.server.cluster.State;
import dev.liveticker.server.cluster.UnfitStateException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A cluster's log in memory. Nothing happens to it by itself: a test says who runs the market, and what fails. */
final class MemoryLog {

    private final List<Entry> entries = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private @Nullable State state;
    private volatile @Nullable Member leader;
    private boolean away;

    /** A node's part in it. */
    final class Member implements Cluster {

        private final String name = String.format("%08x", members.size() + 0xabc0);
        private final ExecutorService loop = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("log-" + name).daemon().factory());
        private final List<Entry> held = new ArrayList<>();
        private @Nullable Replica replica;
        private boolean holding;
        private boolean gone;
        private volatile long index;
        private volatile Standing.@Nullable Role otherwise = Standing.Role.STARTING;

        @Override
        public void start(Replica newReplica) {
            loop.execute(() -> enter(newReplica));
        }

        private void enter(Replica newReplica) {
            try {
                synchronized (MemoryLog.this) {
                    State known = state;
                    if (known == null) {
                        state = newReplica.capture().get(60, TimeUnit.SECONDS);
                    } else {
                        newReplica.restore(known);
                        entries.stream()
                                .filter(entry -> entry.index() > known.index())
                                .forEach(newReplica::apply);
                    }
                    index = entries.size();
                    replica = newReplica;
                }
                newReplica.serving(true);
                otherwise = null;
                if (leader == this) {
                    newReplica.lead(fenced());
                }
            } catch (UnfitStateException | ExecutionException | TimeoutException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private Journal fenced() {
            return (kind, payload) -> add(this, kind, payload);
        }

        private void offer(Entry entry) {
            if (holding) {
                held.add(entry);
            } else if (!gone && replica != null) {
                Replica its = replica;
                loop.execute(() -> {
                    its.apply(entry);
                    index = entry.index();
                });
            }
        }

        /** What is added reaches it only after {@link #release}. */
        void hold() {
            synchronized (MemoryLog.this) {
                holding = true;
            }
        }

        void release() {
            synchronized (MemoryLog.this) {
                holding = false;
                held.forEach(this::offer);
                held.clear();
            }
        }

        /** Runs the market from now on, in place of whoever did. */
        void lead() {
            Member before;
            synchronized (MemoryLog.this) {
                before = leader;
                leader = this;
            }
            if (before != null && !before.gone) {
                before.perform(Replica::follow);
            }
            perform(its -> its.lead(fenced()));
        }

        /** It is killed: nothing of it reaches the log any more, nor the log it. */
        void dies() {
            synchronized (MemoryLog.this) {
                gone = true;
                leader = leader == this ? null : leader;
            }
        }

        void perform(Consumer<Replica> action) {
            loop.execute(() -> action.accept(Objects.requireNonNull(replica)));
        }

        /** It is without the cluster for too long, or is no longer. */
        void cutOff(boolean isCutOff) {
            perform(its -> {
                its.serving(!isCutOff);
                otherwise = isCutOff ? Standing.Role.CUT_OFF : null;
            });
        }

        /** What it knows, after all that was added. */
        State capture() throws Exception {
            CompletableFuture<State> captured = new CompletableFuture<>();
            perform(its -> {
                var _ = its.capture().thenAccept(captured::complete);
            });
            return captured.get(60, TimeUnit.SECONDS);
        }

        /** It takes up what another knows. */
        void restore(State known) {
            perform(its -> {
                try {
                    its.restore(known);
                } catch (UnfitStateException e) {
                    throw new IllegalStateException(e);
                }
            });
        }

        @Override
        public Journal journal() {
            return (kind, payload) -> add(null, kind, payload);
        }

        @Override
        public Peers peers() {
            return new Peers() {
                @Override
                public String self() {
                    return name;
                }

                @Override
                public CompletableFuture<Optional<byte[]>> ask(String node, byte[] question) {
                    return CompletableFuture.completedFuture(Optional.empty());
                }

                @Override
                public void answering(Function<byte[], CompletableFuture<byte[]>> answer) {
                    // Nobody asks.
                }
            };
        }

        @Override
        public Standing standing() {
            Standing.Role now = otherwise;
            Standing.Role role = leader == this ? Standing.Role.LEADING : Standing.Role.FOLLOWING;
            return new Standing(now == null ? role : now, name, null, null, index, Duration.ZERO);
        }

        @Override
        public void close() {
            dies();
            loop.shutdown();
        }
    }

    /** One more node; the first runs the market. */
    synchronized Member join() {
        Member member = new Member();
        members.add(member);
        if (leader == null && state == null) {
            leader = member;
        }
        return member;
    }

    /** Whether nothing can be added for now. */
    synchronized void away(boolean isAway) {
        away = isAway;
    }

    private synchronized CompletableFuture<Long> add(@Nullable Member fenced, Entry.Kind kind, byte[] payload) {
        if (fenced != null && (fenced != leader || fenced.gone)) {
            return CompletableFuture.failedFuture(new FencedException("the market is another's"));
        }
        if (away) {
            return CompletableFuture.failedFuture(new IOException("away"));
        }
        Entry entry = new Entry(entries.size() + 1L, kind, payload);
        entries.add(entry);
        members.forEach(member -> member.offer(entry));
        return CompletableFuture.completedFuture(entry.index());
    }
}
