package dev.liveticker.benchmarks.soak;

import java.net.URI;
import java.util.SplittableRandom;

/** Where the nodes are at present: one that is started again has another address. Any thread. */
interface Nodes {

    /** How many there are to be, up or down. */
    int count();

    URI address(int node);

    /** One of them. */
    default URI any(SplittableRandom random) {
        return address(random.nextInt(count()));
    }
}
