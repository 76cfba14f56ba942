package dev.liveticker.benchmarks.scaling;

/**
 * Processor time of a node: seconds, or seconds of each second, or for each of something.
 *
 * @param cpu of all its threads
 * @param hub of the hub's thread alone, which no other can help
 */
record Cost(double cpu, double hub) {

    Cost minus(Cost other) {
        return new Cost(cpu - other.cpu, hub - other.hub);
    }

    Cost plus(Cost other) {
        return new Cost(cpu + other.cpu, hub + other.hub);
    }

    Cost times(double factor) {
        return new Cost(cpu * factor, hub * factor);
    }

    /** What is below nothing was so little that it was lost in the noise. */
    Cost atLeastNothing() {
        return new Cost(Math.max(0, cpu), Math.max(0, hub));
    }
}
