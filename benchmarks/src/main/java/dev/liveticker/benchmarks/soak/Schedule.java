package dev.liveticker.benchmarks.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * What happens in one round, and when. The same seed, round and length give the same schedule.
 *
 * @param appointments by their time
 */
record Schedule(List<Appointment> appointments) {

    /**
     * One mishap.
     *
     * @param at from the round's beginning
     */
    record Appointment(Duration at, Mishap mishap) {}

    private static final int LEAST_GAP_MILLIS = 1_000;
    private static final int MOST_GAP_MILLIS = 4_000;

    /** Nothing begins in the last seconds, so that what takes a while is over at the end. */
    private static final Duration REST = Duration.ofSeconds(5);

    /** What is rare happens in the first part of a round, and again each time so long has passed. */
    private static final Duration RARE_EVERY = Duration.ofMinutes(5);

    private static final double RARE_UNTIL = 0.7;
    private static final int NODES = 2;

    Schedule {
        appointments = List.copyOf(appointments);
    }

    /**
     * @param round its number, from 0
     * @param clients how many there are; the same goes for desks
     */
    static Schedule of(long seed, int round, Duration length, int clients, int desks) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + round);
        List<Appointment> all = new ArrayList<>();
        long end = length.minus(REST).toMillis();
        long at = random.nextLong(LEAST_GAP_MILLIS, MOST_GAP_MILLIS);
        while (at < end) {
            all.add(new Appointment(Duration.ofMillis(at), usual(random, clients)));
            // Life goes on besides.
            all.add(new Appointment(
                    Duration.ofMillis(at), new Mishap.Change(some(random, clients, 5), random.nextLong())));
            if (desks > 0) {
                all.add(new Appointment(
                        Duration.ofMillis(at), new Mishap.Act(some(random, desks, 2), random.nextLong())));
            }
            at += random.nextLong(LEAST_GAP_MILLIS, MOST_GAP_MILLIS);
        }
        addRare(all, random, round, length);
        all.sort(Comparator.comparing(Appointment::at));
        return new Schedule(all);
    }

    private static void addRare(List<Appointment> all, SplittableRandom random, int round, Duration length) {
        long times = Math.max(1, length.dividedBy(RARE_EVERY));
        long part = length.toMillis() / times;
        for (int time = 0; time < times; time++) {
            List<Mishap> rare = new ArrayList<>(List.of(
                    new Mishap.Kill(),
                    new Mishap.CutRedis(),
                    new Mishap.PauseRedis(Duration.ofMillis(random.nextLong(500, 2_500))),
                    new Mishap.Pause(0, Duration.ofMillis(random.nextLong(5_000, 8_000)))));
            if (time == 0 && round % 2 == 1) {
                rare.add(new Mishap.RestartRedis());
            }
            shuffle(rare, random);
            long slot = (long) (part * RARE_UNTIL / rare.size());
            for (int i = 0; i < rare.size(); i++) {
                long at = time * part + i * slot + random.nextLong(slot / 4, slot);
                all.add(new Appointment(Duration.ofMillis(at), rare.get(i)));
            }
        }
    }

    private static Mishap usual(SplittableRandom random, int clients) {
        int drawn = random.nextInt(100);
        if (drawn < 30) {
            return new Mishap.Vanish(some(random, clients, 25));
        }
        if (drawn < 50) {
            return new Mishap.Stall(some(random, clients, 10), Duration.ofMillis(random.nextLong(1_000, 15_000)));
        }
        if (drawn < 58) {
            return new Mishap.HalfClose(random.nextInt(clients));
        }
        if (drawn < 70) {
            return new Mishap.Babble(random.nextInt(clients), random.nextLong());
        }
        if (drawn < 74) {
            return new Mishap.Flood(random.nextInt(clients), random.nextLong());
        }
        if (drawn < 80) {
            return new Mishap.CutRelays();
        }
        if (drawn < 90) {
            return new Mishap.Pause(random.nextInt(NODES), Duration.ofMillis(random.nextLong(500, 2_000)));
        }
        return new Mishap.Fault(random.nextInt(NODES), fault(random));
    }

    /** All but lost trades: nobody can tell that one is missing until the next trade of its symbol. */
    private static String fault(SplittableRandom random) {
        int seconds = random.nextInt(1, 4);
        return switch (random.nextInt(5)) {
            case 0 -> "{\"kind\":\"drop\",\"seconds\":" + seconds + "}";
            case 1 -> "{\"kind\":\"drop\",\"seconds\":" + seconds + ",\"how\":\"close\"}";
            case 2 -> "{\"kind\":\"stall\",\"seconds\":" + seconds + "}";
            case 3 -> "{\"kind\":\"delay\",\"seconds\":" + seconds + ",\"millis\":" + random.nextInt(50, 800) + "}";
            default -> "{\"kind\":\"halt\",\"seconds\":" + seconds + ",\"symbols\":[\"BTC-USD\",\"EURUSD=X\"]}";
        };
    }

    /** Up to so many different ones. */
    private static List<Integer> some(SplittableRandom random, int of, int most) {
        TreeSet<Integer> chosen = new TreeSet<>();
        int count = random.nextInt(1, Math.min(of, most) + 1);
        while (chosen.size() < count) {
            chosen.add(random.nextInt(of));
        }
        return List.copyOf(chosen);
    }

    /** Fisher and Yates. */
    private static <T> void shuffle(List<T> list, SplittableRandom random) {
        for (int i = list.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            list.set(i, list.set(other, list.get(i)));
        }
    }
}
