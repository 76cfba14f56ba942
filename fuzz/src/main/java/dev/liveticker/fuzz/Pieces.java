package dev.liveticker.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;

/** Bytes cut into pieces, as a network may cut them. */
public final class Pieces {

    private static final int LONGEST = 12;

    private Pieces() {}

    /** Ways to cut them: not at all, at every byte, and by chance, which is the same for the same bytes. */
    public static List<List<byte[]>> ways(byte[] bytes) {
        Random chance = new Random(Arrays.hashCode(bytes));
        return List.of(
                List.of(bytes),
                cut(bytes, () -> 1),
                cut(bytes, () -> 1 + chance.nextInt(LONGEST)),
                cut(bytes, () -> chance.nextInt(LONGEST / 4)));
    }

    private static List<byte[]> cut(byte[] bytes, IntSupplier length) {
        List<byte[]> pieces = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int end = Math.min(bytes.length, at + length.getAsInt());
            pieces.add(Arrays.copyOfRange(bytes, at, end));
            at = end;
        }
        return pieces;
    }
}
