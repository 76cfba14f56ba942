package dev.liveticker.server.market;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Where all chance of a simulation comes from. Each use of chance has a named stream of its own, so that leaving one
 * instrument out changes nothing for the others.
 */
record Seed(long value) {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** The stream of this name, from its beginning: the same for the same seed and name on every machine. */
    RandomGenerator stream(String name) {
        // FNV-1a; String.hashCode has too few bits to keep thousands of names apart.
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return new SplittableRandom(mixed(hash + mixed(value)));
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014, variant 13 of Stafford): every bit affects all. */
    private static long mixed(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
