package dev.liveticker.server.cluster;

/** A state that this node cannot take up; the message says why, for the operator. */
public final class UnfitStateException extends Exception {

    private static final long serialVersionUID = 1;

    public UnfitStateException(String message) {
        super(message);
    }
}
