package dev.liveticker.server.cluster;

/** This node may not add an entry or a state, or may no longer: it does not have the lease. */
public final class FencedException extends Exception {

    private static final long serialVersionUID = 1;

    public FencedException(String message) {
        super(message);
    }
}
