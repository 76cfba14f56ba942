package dev.liveticker.desktop.settings;

import dev.liveticker.feed.tls.Fingerprint;
import dev.liveticker.feed.tls.HostPort;

/** A certificate that a person said was the right one. */
public record TrustedCertificate(HostPort server, Fingerprint fingerprint) {}
