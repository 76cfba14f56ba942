package dev.liveticker.server.cluster;

import java.util.random.RandomGenerator;

/** Names that nobody else has. */
final class RandomNames {

    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int EPOCH_LENGTH = 10;

    private RandomNames() {}

    /** A node's: 8 hexadecimal digits. */
    static String node(RandomGenerator random) {
        return "%08x".formatted(random.nextInt());
    }

    /** An epoch's: of the form that a server of its own gives it. */
    static String epoch(RandomGenerator random) {
        StringBuilder name = new StringBuilder(EPOCH_LENGTH);
        for (int i = 0; i < EPOCH_LENGTH; i++) {
            name.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return name.toString();
    }
}
