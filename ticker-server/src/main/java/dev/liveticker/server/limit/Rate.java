package dev.liveticker.server.limit;

/**
 * How much in which time: a bucket of tokens that fills up steadily.
 *
 * @param burst what may be taken at once after a pause; at least 1
 * @param perMinute what may be taken in the long run; at least 1
 */
public record Rate(long burst, long perMinute) {

    public Rate {
        if (burst < 1 || perMinute < 1) {
            throw new IllegalArgumentException("a rate must let at least one through, not " + burst + "/" + perMinute);
        }
    }

    public static Rate perSecond(long burst, long perSecond) {
        return new Rate(burst, perSecond * 60);
    }
}
