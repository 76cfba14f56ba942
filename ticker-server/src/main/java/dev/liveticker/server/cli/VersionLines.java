package dev.liveticker.server.cli;

import dev.liveticker.server.BuildVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says: this build and the Java it runs on. */
final class VersionLines implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "Live Ticker server " + BuildVersion.current(),
            "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")"
        };
    }
}
