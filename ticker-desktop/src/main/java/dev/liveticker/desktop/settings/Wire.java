package dev.liveticker.desktop.settings;

/**
 * How the desktop and a server talk.
 *
 * @param binary whether to ask for CBOR where the transport can carry it
 * @param compression whether to offer compression
 */
public record Wire(boolean binary, boolean compression) {

    static Wire defaults() {
        return new Wire(false, true);
    }
}
