package dev.liveticker.server.cluster;

/** This node does not run the market any more: another has the lease. */
public final class FencedException extends Exception {

    private static final long serialVersionUID = 1;

    public FencedException(String message) {
        super(message);
    }
}
