package dev.liveticker.server.cli;

import dev.liveticker.server.BuildVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says: this version, what it was built from, and what it runs on. */
final class VersionLines implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "Live Ticker server " + BuildVersion.current(),
            "Build " + BuildVersion.source(),
            "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")",
            System.getProperty("os.name") + ' ' + System.getProperty("os.version") + ' ' + System.getProperty("os.arch")
        };
    }
}
